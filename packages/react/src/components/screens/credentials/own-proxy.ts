import type { UserProxy } from '@connect-account/core'
import type { RefObject } from 'react'
import type { Pending, StepError } from '../../../hooks/flow/connect-step.ts'

/** Answers the proxy that was typed, `undefined` for none, or `invalid`: the form then says what is wrong. */
export type ReadOwnProxy = () => UserProxy | 'invalid' | undefined

export interface OwnProxyProps {
  readonly step: { readonly pending: Pending; readonly error?: StepError }
  /** Set while the form is there. */
  readonly read: RefObject<ReadOwnProxy | undefined>
}
