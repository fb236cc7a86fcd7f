import { type RefObject, useRef } from 'react'
import { useCommitEffect } from './browser/use-commit-effect.ts'

/** The value of the latest render, for functions that run later: callbacks and effects, never a render. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useCommitEffect(() => {
    latest.current = value
  })
  return latest
}
