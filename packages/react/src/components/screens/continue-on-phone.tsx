import { type ComponentType, useId, useState } from 'react'
import { enContinueOnPhone } from '../../locales/en-continue-on-phone.ts'
import { Alert } from '../parts/alert.tsx'
import type { QrCodeProps } from '../parts/qr-code.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useRoot } from '../root/root-context.ts'
import { useWords } from '../root/use-words.ts'

interface ContinueOnPhoneProps {
  readonly getLink: () => string | Promise<string>
}

/** Resolves to `undefined` if the library does not load. Then only the link is shown. */
const loadQrCode = () =>
  import('../parts/qr-code.tsx').then(
    ({ QrCode }) => QrCode,
    () => undefined,
  )

/**
 * Offers to continue this step on the user's phone. The link names the intent but gives no access to it: the
 * server shows an intent only to a session of its user. The flow stays open here and updates.
 */
export function ContinueOnPhone({ getLink }: ContinueOnPhoneProps) {
  const { continueOnPhone: words } = useWords(enContinueOnPhone)
  const { announce } = useRoot()
  const panelId = useId()
  const [link, setLink] = useState<string>()
  const [QrCode, setQrCode] = useState<ComponentType<QrCodeProps>>()
  const [state, setState] = useState<'closed' | 'asking' | 'open' | 'failed'>('closed')
  const [isCopied, setCopied] = useState(false)

  async function toggle() {
    if (state === 'asking') return
    if (state === 'open') return setState('closed')
    setState('asking')
    setCopied(false)
    try {
      const [address, Code] = await Promise.all([getLink(), loadQrCode()])
      setLink(address)
      setQrCode(() => Code)
      setState('open')
      announce(words.text)
    } catch {
      setState('failed')
    }
  }

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      announce(words.copied)
    } catch {
      // The browser forbids it. The user can copy the link from the field.
    }
  }

  const isOpen = state === 'open' && link !== undefined
  return (
    <div data-ca="continue-on-phone">
      <button
        type="button"
        form=""
        data-ca="button"
        data-variant="quiet"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={toggle}
      >
        {words.open}
      </button>
      {state === 'failed' && <Alert error={words.failed} />}
      {isOpen && (
        <div data-ca="phone-link" id={panelId}>
          {QrCode && <QrCode value={link} title={words.code} />}
          <p data-ca="help">{words.text}</p>
          <TextField
            label={words.link}
            type="url"
            required={false}
            input={{ value: link, readOnly: true, onFocus: ({ target }) => target.select() }}
          />
          <button type="button" form="" data-ca="button" onClick={() => copy(link)}>
            {isCopied ? words.copied : words.copy}
          </button>
          <p data-ca="help">{words.here}</p>
        </div>
      )}
    </div>
  )
}
