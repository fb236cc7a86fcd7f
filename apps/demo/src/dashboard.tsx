import { ConnectAccount, ConnectAccountDialog, hasOpenIntent } from '@connect-account/react'
import { AccountListRoot, useAccounts, useProviders } from '@connect-account/react/accounts'
import { altchaCaptcha } from '@connect-account/react/altcha'
import { lazy, useEffect, useMemo, useState } from 'react'
import { CustomLink } from './custom-link.tsx'
import { LazyPart } from './gallery/lazy-part.tsx'
import { Toggle, Way } from './gallery/way.tsx'
import { fetchSession } from './host-api.ts'
import { takeHostedReturn } from './hosted-return.ts'
import { applyLook, propsOf, readLook } from './look/look.ts'
import { LookBar } from './look/look-bar.tsx'
import { WebhookLog } from './webhook-log.tsx'

const SidePanel = lazy(() => import('./gallery/side-panel.tsx'))
const OwnScreens = lazy(() => import('./gallery/own-screens.tsx'))
const EveryStatus = lazy(() => import('./gallery/every-status.tsx'))

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

/** What is shown below the ways to embed the kit, besides the dialog and the panel. */
type Shown = 'inline' | 'link' | 'own' | 'statuses'

interface DashboardProps {
  readonly user: string
  readonly phoneUrl: string | null
}

/** Every way to embed the kit, the linked accounts, and Unipile's webhooks. */
export function Dashboard({ user, phoneUrl }: DashboardProps) {
  // The same for every part of the page, so that they share one session and one catalogue.
  const session = { session: fetchSession, userKey: user }
  const list = useAccounts(session)
  const providers = useProviders(session)
  // A reload in the middle of a flow opens it again, at the same checkpoint, but never another user's.
  const [isOpen, setIsOpen] = useState(() => hasOpenIntent({ userKey: user }))
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const [shown, setShown] = useState<Shown>()
  const [look, setLook] = useState(readLook)
  const given = useMemo(() => propsOf(look), [look])
  useEffect(() => applyLook(look), [look])

  const toggle = (name: Shown) => ({
    isOpen: shown === name,
    controls: name,
    onToggle: () => setShown(shown === name ? undefined : name),
  })

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
      <LookBar look={look} onChange={setLook} />
      <div className="ways">
        <Way title="Quick add" text="In a dialog over your page.">
          <button type="button" className="primary" onClick={() => setIsOpen(true)}>
            Connect an account
          </button>
        </Way>
        <Way title="Inline" text="In a card on your page.">
          <Toggle {...toggle('inline')} show="Show the card" hide="Hide the card" />
        </Way>
        <Way title="Side panel" text="In a panel of your own, without a frame.">
          <button type="button" aria-expanded={isPanelOpen} onClick={() => setIsPanelOpen(!isPanelOpen)}>
            {isPanelOpen ? 'Hide the panel' : 'Show the panel'}
          </button>
        </Way>
        <Way title="Custom link" text="A hosted page behind a link, to share or to open on another device.">
          <Toggle {...toggle('link')} show="Show options" hide="Hide options" />
        </Way>
        <Way title="Your own screens" text="Headless: the same flow, and every pixel is yours.">
          <Toggle {...toggle('own')} show="Show the screens" hide="Hide the screens" />
        </Way>
        <Way title="Every status" text="The list with an account in each status.">
          <Toggle {...toggle('statuses')} show="Show the list" hide="Hide the list" />
        </Way>
      </div>
      <div id="inline" className="shown" hidden={shown !== 'inline'}>
        {shown === 'inline' && (
          <ConnectAccount {...flow} {...session} {...given} id="inline" onClose={() => setShown(undefined)} />
        )}
      </div>
      <div id="link" hidden={shown !== 'link'}>
        <CustomLink providers={providers ?? []} accounts={list.accounts} />
      </div>
      <div id="own" className="shown" hidden={shown !== 'own'}>
        {shown === 'own' && (
          <LazyPart>
            <OwnScreens
              {...session}
              id="own"
              captcha={captcha}
              locale={given.locale}
              consent={consent}
              onClose={() => setShown(undefined)}
            />
          </LazyPart>
        )}
      </div>
      <div id="statuses" className="shown" hidden={shown !== 'statuses'}>
        {shown === 'statuses' && (
          <LazyPart>
            <EveryStatus {...given} />
          </LazyPart>
        )}
      </div>
      <AccountListRoot
        list={list}
        providers={providers}
        reconnect={{ ...flow, ...session, ...given }}
        {...given}
      />
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
      {isPanelOpen && (
        <LazyPart>
          <SidePanel {...flow} {...session} {...given} close={() => setIsPanelOpen(false)} />
        </LazyPart>
      )}
      <ConnectAccountDialog
        {...flow}
        {...session}
        {...given}
        continueOnPhone
        open={isOpen}
        onOpenChange={setIsOpen}
      />
    </main>
  )
}
