import {
  type CaptchaAdapter,
  type ConnectOptions,
  type Locale,
  useConnectAccount,
} from '@connect-account/react'
import { type FormField, type StepContentResult, useStepContent } from '@connect-account/react/headless'
import { QRCodeSVG } from 'qrcode.react'
import { useEffect, useId, useRef } from 'react'
import './headless.css'

/** Moves the focus to each new step. */
const focus = (heading: HTMLElement | null) => heading?.focus({ preventScroll: true })

type HeadlessProps = ConnectOptions & {
  readonly locale?: Locale | undefined
  readonly captcha: CaptchaAdapter
}

/** The whole flow in the host's own look: no component and no stylesheet of the kit. */
export function Headless({ locale, captcha, ...options }: HeadlessProps) {
  const content = useStepContent(useConnectAccount(options), { locale })
  if (!content.isReady) return null
  return (
    <section key={content.key} className="headless" aria-label={content.heading} {...content.attributes}>
      <h2 ref={focus} tabIndex={-1}>
        {content.heading}
      </h2>
      {content.text && <p>{content.text}</p>}
      {content.error && <p role="alert">{content.error}</p>}
      <Body content={content} captcha={captcha} />
      {content.note && <small>{content.note}</small>}
      <footer>
        {content.actions.map(({ label, isPrimary, isPending, isDisabled, run }) => (
          <button
            key={label}
            type="button"
            onClick={run}
            disabled={isDisabled || isPending}
            data-primary={isPrimary}
          >
            {label}
          </button>
        ))}
      </footer>
    </section>
  )
}

type BodyProps = { readonly content: StepContentResult; readonly captcha: CaptchaAdapter }

function Body({ content, captcha }: BodyProps) {
  switch (content.kind) {
    case 'form':
      return (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!content.isPending) content.submit(new FormData(event.currentTarget))
          }}
        >
          {content.fields.map((field) => (
            <Field key={field.name} {...field} />
          ))}
          <button type="submit" data-primary aria-disabled={content.isPending}>
            {content.submitLabel}
          </button>
        </form>
      )
    case 'choice':
      return (
        <ul>
          {content.choices.map(({ id, label, description, choose }) => (
            <li key={id}>
              <button type="button" onClick={choose} disabled={content.isPending}>
                {label} <small>{description}</small>
              </button>
            </li>
          ))}
        </ul>
      )
    case 'qr':
      return (
        <>
          <QRCodeSVG value={content.qrcode} marginSize={4} size={208} role="img" />
          <ol>
            {content.instructions.map((instruction) => (
              <li key={instruction}>{instruction}</li>
            ))}
          </ol>
        </>
      )
    case 'show':
      return (
        <>
          <output dir="ltr" aria-label={content.show.label}>
            {content.show.value}
          </output>
          <ol>
            {content.instructions.map((instruction) => (
              <li key={instruction}>{instruction}</li>
            ))}
          </ol>
        </>
      )
    case 'captcha':
      return <Captcha mount={content.mount} adapter={captcha} />
    case 'waiting':
      return <progress aria-label={content.heading} />
    case 'message':
      return content.account ? <output>{content.account.name}</output> : null
    default:
      return content satisfies never
  }
}

function Field({ label, help, error, type, value, options, group, ...given }: FormField) {
  const id = useId()
  const control = {
    ...given,
    id,
    defaultValue: value,
    'aria-invalid': !!error,
    'aria-describedby': `${id}-help`,
  }
  return (
    <div>
      <label htmlFor={id}>{group ? `${group}: ${label}` : label}</label>
      {type === 'select' && (
        <select {...control}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {type === 'cookies' && <textarea {...control} />}
      {type !== 'select' && type !== 'cookies' && <input {...control} type={type} />}
      <small id={`${id}-help`} data-error={!!error}>
        {error ?? help}
      </small>
    </div>
  )
}

type CaptchaProps = { readonly mount: CaptchaContent['mount']; readonly adapter: CaptchaAdapter }
type CaptchaContent = Extract<StepContentResult, { kind: 'captcha' }>

function Captcha({ mount, adapter }: CaptchaProps) {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(mount)
  useEffect(() => (place.current ? latest.current(adapter, place.current) : undefined), [adapter])
  return <div ref={place} />
}
