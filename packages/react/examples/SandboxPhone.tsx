import { useSyncExternalStore } from 'react'
import type { BrowserSandbox } from './browser-sandbox.ts'
import './sandbox-phone.css'

interface SandboxPhoneProps extends Pick<BrowserSandbox, 'phone'> {
  readonly isHiddenIfEmpty?: boolean
}

/** The phone of the sandbox: shows codes, and approves sign-ins. */
export function SandboxPhone({ phone, isHiddenIfEmpty = false }: SandboxPhoneProps) {
  const item = useSyncExternalStore(phone.subscribe, phone.read, phone.read)
  if (!item && isHiddenIfEmpty) return null
  return (
    <aside className="sandbox-phone" aria-label="Sandbox phone">
      <strong>Sandbox phone</strong>
      <p>{item?.text ?? 'No messages yet.'}</p>
      {item?.actions.map(({ label, run }) => (
        <button key={label} type="button" onClick={run}>
          {label}
        </button>
      ))}
    </aside>
  )
}
