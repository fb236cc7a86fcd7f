import type { Account } from '@connect-account/core'
import { ConnectAccountDialog, hasOpenIntent } from '@connect-account/react'
import { altchaCaptcha } from '@connect-account/react/altcha'
import { useEffect, useState } from 'react'
import { AccountsTable } from './accounts-table.tsx'
import { fetchSession, getMe, type Me, signIn } from './host-api.ts'
import { useAccounts } from './use-accounts.ts'
import { UserMenu } from './user-menu.tsx'

const captcha = altchaCaptcha()
/** `?oauth=popup` shows consent pages in a window of their own, for whoever tries out both. */
const oauth = new URLSearchParams(window.location.search).get('oauth') === 'popup' ? 'popup' : 'redirect'
const FIRST_USER = 'anna'

/** A CRM's settings page: the host product that the kit is embedded in. */
export function App() {
  const [me, setMe] = useState<Me>()
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    let isCurrent = true
    async function enter() {
      const known = await getMe()
      if (!known.user) await signIn(FIRST_USER)
      if (isCurrent) setMe(known.user ? known : { ...known, user: FIRST_USER })
    }
    enter().catch(() => setHasFailed(true))
    return () => {
      isCurrent = false
    }
  }, [])

  async function switchUser(user: string) {
    await signIn(user)
    window.location.reload()
  }

  if (hasFailed) return <p className="notice">The demo server does not answer. Is it running?</p>
  if (!me?.user) return null
  return (
    <>
      <header className="bar">
        <a className="brand" href="/">
          <img src="/icon.svg" alt="" width="28" height="28" />
          Tidewater
        </a>
        <span className="spacer" />
        {me.phoneUrl && (
          <a className="phone-link" href={me.phoneUrl} target="_blank" rel="noreferrer">
            Sandbox phone
          </a>
        )}
        <UserMenu user={me.user} onSwitch={switchUser} />
      </header>
      <ConnectedAccounts phoneUrl={me.phoneUrl} />
    </>
  )
}

function ConnectedAccounts({ phoneUrl }: { phoneUrl: string | null }) {
  const { accounts, refresh, disconnect } = useAccounts()
  // A reload in the middle of a flow opens it again, at the same checkpoint.
  const [isOpen, setIsOpen] = useState(() => hasOpenIntent())
  const [reconnecting, setReconnecting] = useState<Account>()

  function open(account: Account | undefined) {
    setReconnecting(account)
    setIsOpen(true)
  }

  return (
    <main>
      <div className="title">
        <div>
          <h1>Connected accounts</h1>
          <p>Messages and mail from these accounts show up in your inbox.</p>
        </div>
        <button type="button" className="primary" onClick={() => open(undefined)}>
          Connect an account
        </button>
      </div>
      <AccountsTable accounts={accounts} onReconnect={open} onDisconnect={disconnect} onRetry={refresh} />
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
      <ConnectAccountDialog
        key={reconnecting?.id}
        {...(reconnecting && { accountId: reconnecting.id, providers: [reconnecting.provider] })}
        open={isOpen}
        onOpenChange={(open) => {
          setIsOpen(open)
          if (!open) void refresh()
        }}
        session={fetchSession}
        oauth={oauth}
        captcha={captcha}
        support={<a href="mailto:support@tidewater.example">Write to Tidewater support</a>}
        onEnd={() => void refresh()}
      />
    </main>
  )
}
