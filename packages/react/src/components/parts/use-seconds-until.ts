import { useEffect, useReducer } from 'react'

/** Whole seconds until `moment` (epoch milliseconds), updated each second. 0 once it has passed. */
export function useSecondsUntil(moment: number): number {
  const [, tick] = useReducer((count: number) => count + 1, 0)
  const left = Math.max(0, Math.ceil((moment - Date.now()) / 1000))
  const isAhead = left > 0

  useEffect(() => {
    if (!isAhead) return
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [isAhead])

  return left
}
