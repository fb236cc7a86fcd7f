import { type RefObject, useEffect } from 'react'
import { useLatest } from '../../hooks/use-latest.ts'
import { onEscape } from './on-escape.ts'

/**
 * Calls `run` when Escape is pressed in `place`, before the host's own Escape listeners, while `isActive`.
 */
export function useEscape(place: RefObject<Element | null>, isActive: boolean, run: () => void): void {
  const latest = useLatest(run)
  useEffect(() => {
    if (!isActive) return
    return onEscape({
      isFor: (target) => place.current?.contains(target) ?? false,
      run: () => latest.current(),
    })
  }, [isActive, place, latest])
}
