import { QRCodeSVG } from 'qrcode.react'
import { useId, useState } from 'react'
import { enContinueOnPhone } from '../../locales/en-continue-on-phone.ts'
import { Alert } from '../alert/alert.tsx'
import { useRoot } from '../root/root-context.ts'
import { useWords } from '../root/use-words.ts'
import { TextField } from '../text-field/text-field.tsx'

export interface ContinueOnPhoneProps {
  readonly getLink: () => string | Promise<string>
}

/** A browser without a mouse is the phone itself. */
const isPhone = () => globalThis.matchMedia?.('(any-pointer: fine)').matches === false

/**
 * Goes on with this step on the user's phone. The link names the intent and is no key to it: the server shows an intent to its
 * own user's session only. The flow stays open here, and follows.
 */
export default function ContinueOnPhone({ getLink }: ContinueOnPhoneProps) {
  const { continueOnPhone: words } = useWords(enContinueOnPhone)
  const { announce } = useRoot()
  const panelId = useId()
  const [link, setLink] = useState<string>()
  const [state, setState] = useState<'closed' | 'asking' | 'open' | 'failed'>('closed')
  const [isCopied, setCopied] = useState(false)

  async function toggle() {
    if (state === 'asking') return
    if (state === 'open') return setState('closed')
    setState('asking')
    setCopied(false)
    try {
      setLink(await getLink())
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
      // Not allowed here: the link is in the field, to be copied by hand.
    }
  }

  if (isPhone()) return null
  const isOpen = state === 'open' && link !== undefined
  return (
    <div data-ca="continue-on-phone">
      {/* No <Button>: an import of it would take it out of the chunk that every screen has. */}
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
          <QRCodeSVG
            data-ca="qr-code"
            value={link}
            marginSize={4}
            bgColor="#fff"
            fgColor="#000"
            title={words.code}
          />
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
