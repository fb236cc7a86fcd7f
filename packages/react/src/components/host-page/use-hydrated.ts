import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * Solves: markup that only a browser can render breaks hydration. False on a server and while hydrating, else
 * true.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
