import type { Account, Provider } from '@connect-account/core'
import { type FormEvent, useState } from 'react'
import { type CreatedLink, createLink, RefusedError } from './host-api.ts'
import { LinkResult } from './link-result.tsx'
import { readLinkForm } from './read-link-form.ts'

interface CustomLinkProps {
  readonly providers: readonly Provider[]
  readonly accounts: readonly Account[]
}

/** One name per method, because the catalogue has ids only. */
const methodNames: Readonly<Record<string, string>> = {
  credentials: 'Password',
  cookies: 'Browser cookies',
  consent: 'Consent page',
  password: 'Mail password',
  manual: 'Mail servers',
  qr: 'QR code',
  direct: 'At once',
}

/** A form with every option of a hosted link. */
export function CustomLink({ providers, accounts }: CustomLinkProps) {
  const [link, setLink] = useState<CreatedLink>()
  const [error, setError] = useState<string>()
  const [isPending, setIsPending] = useState(false)
  const methods = new Map(providers.flatMap((each) => each.methods.map(({ id, label }) => [id, label])))

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    setIsPending(true)
    setError(undefined)
    setLink(undefined)
    try {
      setLink(await createLink(readLinkForm(new FormData(event.currentTarget))))
    } catch (reason) {
      setError(reason instanceof RefusedError ? reason.message : 'We couldn’t create the link. Try again.')
    } finally {
      setIsPending(false)
    }
  }

  return (
    <form className="card custom-link" aria-label="Custom link" onSubmit={create}>
      <fieldset className="wide">
        <legend>Providers (all if none selected)</legend>
        {providers.map(({ id, name }) => (
          <Chip key={id} name="providers" value={id} label={name} />
        ))}
      </fieldset>
      <fieldset className="wide">
        <legend>Sign-in methods (all if none selected)</legend>
        {[...methods].map(([id, label]) => (
          <Chip key={id} name="methods" value={id} label={methodNames[id] ?? label ?? id} />
        ))}
      </fieldset>
      <label>
        Account to reconnect
        <select name="accountId">
          <option value="">None: connect a new account</option>
          {accounts.map(({ id, name, provider }) => (
            <option key={id} value={id}>
              {name ?? provider}
            </option>
          ))}
        </select>
      </label>
      <label>
        Hosted by
        <select name="page">
          <option value="own">Tidewater</option>
          <option value="unipile">Unipile’s wizard</option>
        </select>
      </label>
      <label>
        Expires after
        <select name="expiresInMinutes" defaultValue="1440">
          <option value="15">15 minutes</option>
          <option value="60">1 hour</option>
          <option value="1440">1 day</option>
          <option value="10080">1 week</option>
          <option value="43200">30 days</option>
        </select>
      </label>
      <label>
        Return address
        <input
          name="redirectUri"
          type="url"
          placeholder="None: the page shows the result"
          defaultValue={`${window.location.origin}/`}
        />
      </label>
      <label>
        State
        <input name="state" autoComplete="off" />
      </label>
      <label>
        Suggested sign-in name
        <input name="loginHint" autoComplete="off" />
      </label>
      <label>
        Consent scopes
        <input name="scopes" placeholder="Separated by spaces" autoComplete="off" />
      </label>
      <label>
        Proxy country
        <input name="country" maxLength={2} placeholder="FR" autoComplete="off" />
      </label>
      <label>
        Product name
        <input name="productName" placeholder="Tidewater" autoComplete="off" />
      </label>
      <label>
        Accent
        <input name="accent" placeholder="#4f46e5" autoComplete="off" />
      </label>
      <label>
        Appearance
        <select name="appearance">
          <option value="">Follow the system</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
      <label>
        Language
        <select name="locale">
          <option value="">English</option>
          <option value="fr">French</option>
          <option value="de">German</option>
          <option value="es">Spanish</option>
          <option value="pt-BR">Portuguese (Brazil)</option>
          <option value="it">Italian</option>
          <option value="nl">Dutch</option>
          <option value="ja">Japanese</option>
          <option value="zh-CN">Chinese (simplified)</option>
          <option value="ar">Arabic</option>
          <option value="he">Hebrew</option>
        </select>
      </label>
      <div className="wide actions">
        <button type="submit" className="primary" aria-disabled={isPending}>
          Create link
        </button>
      </div>
      {error && (
        <p className="wide error" role="alert">
          {error}
        </p>
      )}
      {link && <LinkResult key={link.url} link={link} />}
    </form>
  )
}

function Chip({
  name,
  value,
  label,
}: {
  readonly name: string
  readonly value: string
  readonly label: string
}) {
  return (
    <label className="chip">
      <input type="checkbox" name={name} value={value} />
      {label}
    </label>
  )
}
