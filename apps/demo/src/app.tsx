import { useEffect, useState } from 'react'
import { Dashboard } from './dashboard.tsx'
import { getMe, type Me, signIn } from './host-api.ts'
import { UserMenu } from './user-menu.tsx'

const FIRST_USER = 'anna'

/** The settings page of a CRM, which embeds the kit. */
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

  if (hasFailed) return <p className="notice">The demo server isn’t responding. Is it running?</p>
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
      <Dashboard user={me.user} phoneUrl={me.phoneUrl} />
    </>
  )
}
