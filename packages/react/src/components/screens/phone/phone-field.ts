import type { RefObject } from 'react'

/** What a field for a phone number is given, and tells. */
export interface PhoneFieldProps {
  /** What was submitted is no number. */
  readonly isInvalid: boolean
  readonly input: RefObject<HTMLInputElement | null>
  /** The number in E.164, or nothing while it is none. */
  readonly onNumber: (number: string | undefined) => void
}
