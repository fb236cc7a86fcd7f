import { type RefObject, useEffect, useRef } from 'react'
import { onEscape } from './on-escape.ts'

/** While `isActive`, Escape pressed within `place` calls `run` and reaches nobody else. */
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
