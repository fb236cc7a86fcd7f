import { ConnectAccountDialog, hasOpenIntent } from '@connect-account/react'
import { AccountListRoot, useAccounts, useProviders } from '@connect-account/react/accounts'
import { altchaCaptcha } from '@connect-account/react/altcha'
import { useState } from 'react'
import { CustomLink } from './custom-link.tsx'
import { fetchSession } from './host-api.ts'
import { takeHostedReturn } from './hosted-return.ts'
import { WebhookLog } from './webhook-log.tsx'

const captcha = altchaCaptcha()
/** `?oauth=popup` shows consent pages in a window of their own, for whoever tries out both. */
const oauth = new URLSearchParams(window.location.search).get('oauth') === 'popup' ? 'popup' : 'redirect'
const returned = takeHostedReturn()

/** How every flow here reaches the backend, and whom it sends the user to. */
const flow = {
  session: fetchSession,
  oauth,
  captcha,
  support: <a href="mailto:support@tidewater.example">Write to Tidewater support</a>,
} as const

/** The two ways to link an account, what is linked, and what Unipile told. */
export function Dashboard({ phoneUrl }: { readonly phoneUrl: string | null }) {
  const list = useAccounts({ session: fetchSession })
  const providers = useProviders({ session: fetchSession })
  // A reload in the middle of a flow opens it again, at the same checkpoint.
  const [isOpen, setIsOpen] = useState(() => hasOpenIntent())
  const [isCustom, setIsCustom] = useState(false)

  return (
    <main>
      <div className="title">
        <h1>Connected accounts</h1>
        <p>Messages and mail from these accounts show up in your inbox.</p>
      </div>
      {returned && (
        <p className="returned" role="status" data-linked={returned.isLinked}>
          {returned.text}
        </p>
      )}
      <div className="ways">
        <section className="card way">
          <h2>Quick add</h2>
          <p>Sign in to an account right here.</p>
          <button type="button" className="primary" onClick={() => setIsOpen(true)}>
            Connect an account
          </button>
        </section>
        <section className="card way">
          <h2>Custom link</h2>
          <p>Make a link that connects one account, to send or to open on another device.</p>
          <button
            type="button"
            aria-expanded={isCustom}
            aria-controls="custom-link"
            onClick={() => setIsCustom(!isCustom)}
          >
            {isCustom ? 'Hide the options' : 'Choose the options'}
          </button>
        </section>
      </div>
      <div id="custom-link" hidden={!isCustom}>
        <CustomLink providers={providers ?? []} accounts={list.accounts} />
      </div>
      <AccountListRoot list={list} providers={providers} reconnect={flow} />
      <WebhookLog />
      {phoneUrl && (
        <aside>
          <strong>Nothing here is real.</strong> Sign in as <code>otp@sandbox.test</code> with any password,
          and read the code on the{' '}
          <a href={phoneUrl} target="_blank" rel="noreferrer">
            sandbox phone
          </a>
          . Other names play other parts: <code>captcha+otp@…</code>, <code>in-app@…</code>,{' '}
          <code>2fa-app@…</code>, <code>duplicate@…</code>, <code>restricted@…</code>. The password{' '}
          <code>wrong</code> is wrong.
        </aside>
      )}
      <ConnectAccountDialog {...flow} continueOnPhone open={isOpen} onOpenChange={setIsOpen} />
    </main>
  )
}
