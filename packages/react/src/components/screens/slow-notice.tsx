import type { Provider } from '@connect-account/core'
import { useEffect, useState } from 'react'
import { chunk } from '../lazy/chunk.ts'
import { OptionalPart } from '../lazy/optional-part.tsx'

/** Milliseconds after which the user wants to know what is going on. */
const SLOW_MS = 5_000

const slowText = chunk(() => import('./slow-text.tsx'))

interface SlowNoticeProps {
  readonly provider: Provider
  /** What takes long: the sign-in itself, or the check of an answer. */
  readonly about: 'start' | 'answer'
}

/** Says after some seconds what is going on. Show it while a call is pending. */
export function SlowNotice({ provider, about }: SlowNoticeProps) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    isSlow && (
      <OptionalPart chunk={slowText}>
        {({ SlowText }) => <SlowText provider={provider} about={about} />}
      </OptionalPart>
    )
  )
}
