import { ConnectAccountDialog, hasOpenIntent } from '@connect-account/react'
import { AccountListRoot, useAccounts, useProviders } from '@connect-account/react/accounts'
import { altchaCaptcha } from '@connect-account/react/altcha'
import { useState } from 'react'
import { CustomLink } from './custom-link.tsx'
import { fetchSession } from './host-api.ts'
import { takeHostedReturn } from './hosted-return.ts'
import { WebhookLog } from './webhook-log.tsx'

const captcha = altchaCaptcha()
/** `?consent=popup` opens consent pages in a popup, to try both ways. */
const consent = new URLSearchParams(window.location.search).get('consent') === 'popup' ? 'popup' : 'redirect'
const returned = takeHostedReturn()

/** Options that all flows on this page share. */
const flow = {
  consent,
  captcha,
  support: <a href="mailto:support@tidewater.example">Contact Tidewater support</a>,
} as const

interface DashboardProps {
  readonly user: string
  readonly phoneUrl: string | null
}

/** Two ways to link an account, the linked accounts, and Unipile's webhooks. */
export function Dashboard({ user, phoneUrl }: DashboardProps) {
  // The same for every part of the page, so that they share one session and one catalogue.
  const session = { session: fetchSession, userKey: user }
  const list = useAccounts(session)
  const providers = useProviders(session)
  // A reload in the middle of a flow opens it again, at the same checkpoint, but never another user's.
  const [isOpen, setIsOpen] = useState(() => hasOpenIntent({ userKey: user }))
  const [isCustom, setIsCustom] = useState(false)

  return (
    <main>
      <div className="title">
        <h1>Connected accounts</h1>
        <p>Messages and email from these accounts appear in your inbox.</p>
      </div>
      {returned && (
        <p className="returned" role="status" data-linked={returned.isLinked}>
          {returned.text}
        </p>
      )}
      <div className="ways">
        <section className="card way">
          <h2>Quick add</h2>
          <p>Connect an account right here.</p>
          <button type="button" className="primary" onClick={() => setIsOpen(true)}>
            Connect an account
          </button>
        </section>
        <section className="card way">
          <h2>Custom link</h2>
          <p>Create a link that connects one account, to share or to open on another device.</p>
          <button
            type="button"
            aria-expanded={isCustom}
            aria-controls="custom-link"
            onClick={() => setIsCustom(!isCustom)}
          >
            {isCustom ? 'Hide options' : 'Show options'}
          </button>
        </section>
      </div>
      <div id="custom-link" hidden={!isCustom}>
        <CustomLink providers={providers ?? []} accounts={list.accounts} />
      </div>
      <AccountListRoot list={list} providers={providers} reconnect={{ ...flow, ...session }} />
      <WebhookLog />
      {phoneUrl && (
        <aside>
          <strong>Nothing here is real.</strong> Sign in as <code>otp@sandbox.test</code> with any password,
          and read the code on the{' '}
          <a href={phoneUrl} target="_blank" rel="noreferrer">
            sandbox phone
          </a>
          . Other names try other cases: <code>captcha+otp@…</code>, <code>in-app@…</code>,{' '}
          <code>2fa-app@…</code>, <code>duplicate@…</code>, <code>restricted@…</code>. The password{' '}
          <code>wrong</code> is wrong.
        </aside>
      )}
      <ConnectAccountDialog {...flow} {...session} continueOnPhone open={isOpen} onOpenChange={setIsOpen} />
    </main>
  )
}
