import { type Account, createAccountsClient } from '@connect-account/core'
import { useCallback, useEffect, useState } from 'react'
import { fetchSession } from './host-api.ts'

const client = createAccountsClient({ session: fetchSession })

export type Accounts =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly list: readonly Account[] }

/** The user's linked accounts, read again on `refresh` and whenever the tab comes back to the front. */
export function useAccounts() {
  const [accounts, setAccounts] = useState<Accounts>({ state: 'loading' })

  const refresh = useCallback(
    () =>
      client.list().then(
        (list) => setAccounts({ state: 'ready', list }),
        () => setAccounts({ state: 'failed' }),
      ),
    [],
  )

  useEffect(() => {
    void refresh()
    const onFocus = () => void refresh()
    window.addEventListener('focus', onFocus)
    return () => window.removeEventListener('focus', onFocus)
  }, [refresh])

  async function disconnect(id: string) {
    await client.disconnect(id).catch(() => setAccounts({ state: 'failed' }))
    await refresh()
  }

  return { accounts, refresh, disconnect }
}
