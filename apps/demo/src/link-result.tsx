import { useEffect, useRef, useState } from 'react'
import { type CreatedLink, revokeLink } from './host-api.ts'

const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** A created link, to copy, open or revoke. */
export function LinkResult({ link }: { readonly link: CreatedLink }) {
  const [isCopied, setIsCopied] = useState(false)
  const [revoked, setRevoked] = useState<'yes' | 'failed'>()
  const address = useRef<HTMLInputElement>(null)
  useEffect(() => address.current?.focus(), [])

  async function copy() {
    try {
      await navigator.clipboard.writeText(link.url)
      setIsCopied(true)
    } catch {
      // The browser forbids it, so the address is selected for the user to copy.
      address.current?.select()
    }
  }

  async function revoke() {
    setRevoked(
      await revokeLink(link.id).then(
        () => 'yes',
        () => 'failed',
      ),
    )
  }

  if (revoked === 'yes') {
    return (
      <p className="wide" role="status">
        The link was revoked.
      </p>
    )
  }

  return (
    <div className="wide link-result">
      <label>
        Works once, until {time.format(new Date(link.expiresAt))}
        <input ref={address} readOnly value={link.url} onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" onClick={copy}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
      <a className="button" href={link.url} target="_blank" rel="noreferrer">
        Open
      </a>
      <button type="button" onClick={revoke}>
        {revoked === 'failed' ? 'Try to revoke again' : 'Revoke'}
      </button>
    </div>
  )
}
