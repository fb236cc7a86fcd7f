import { type RefObject, useEffect, useRef } from 'react'
import { onEscape } from './on-escape.ts'

/**
 * Calls `run` when Escape is pressed in `place`, before the host's own Escape listeners, while `isActive`.
 */
export function useEscape(place: RefObject<Element | null>, isActive: boolean, run: () => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!isActive) return
    return onEscape({
      isFor: (target) => place.current?.contains(target) ?? false,
      run: () => latest.current(),
    })
  }, [isActive, place])
}
