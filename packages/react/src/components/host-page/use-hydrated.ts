import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the markup may differ from the server's: false on a server and while its markup is taken over, else true at once. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
