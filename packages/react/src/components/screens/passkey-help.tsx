import { ConnectError } from '@connect-account/core'
import { useId, useState } from 'react'
import { enPasskey } from '../../locales/en-passkey.ts'
import { Support } from '../parts/support.tsx'
import { useRoot } from '../root/root-context.ts'
import { useWords } from '../root/use-words.ts'

/** Moves the focus to the explanation, which also scrolls to it. */
const show = (panel: HTMLElement | null) => panel?.focus()

/**
 * Explains that the provider's app asks for a passkey, which no page but the provider's own can answer. Nothing
 * reports that to us, so the user has to say it; the host then hears of it as `passkey_required`.
 */
export function PasskeyHelp({ providerId }: { providerId: string }) {
  const { passkey } = useWords(enPasskey)
  const { announce, report } = useRoot()
  const [isOpen, setOpen] = useState(false)
  const panelId = useId()
  const words = Object.hasOwn(passkey, providerId) ? passkey[providerId] : undefined
  if (!words) return null

  function toggle(text: string) {
    setOpen(!isOpen)
    if (isOpen) return
    announce(text)
    report(new ConnectError('passkey_required', { detail: providerId }), true)
  }

  return (
    <div data-ca="continue-on-phone">
      <button
        type="button"
        form=""
        data-ca="button"
        data-variant="quiet"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => toggle(words.text)}
      >
        {words.open}
      </button>
      {isOpen && (
        <div data-ca="phone-link" id={panelId} ref={show} tabIndex={-1}>
          <p>{words.text}</p>
          {words.ways.map((way) => (
            <p key={way} data-ca="help">
              {way}
            </p>
          ))}
          <Support />
        </div>
      )}
    </div>
  )
}
