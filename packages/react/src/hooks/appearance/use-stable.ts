import { useState } from 'react'

/** Returns the previous value as long as the next one has the same content. */
export function useStable<T>(value: T): T {
  const [kept, keep] = useState(value)
  if (JSON.stringify(kept) === JSON.stringify(value)) return kept
  keep(value)
  return value
}
