import { expectTypeOf, it } from 'vitest'
import type { ConnectStep, ConnectStepOf, ConnectStepType, Resend } from '../src/index.ts'

/** The members of a step that a screen can call. */
type VerbsOf<T extends ConnectStepType> = {
  [K in keyof ConnectStepOf<T>]-?: NonNullable<ConnectStepOf<T>[K]> extends
    | Resend
    | ((...args: never) => unknown)
    ? K
    : never
}[keyof ConnectStepOf<T>]

/** The members of a step that may be absent. */
type OptionalOf<T extends ConnectStepType> = {
  [K in keyof ConnectStepOf<T>]-?: Record<never, never> extends Pick<ConnectStepOf<T>, K> ? K : never
}[keyof ConnectStepOf<T>]

/** The verbs that every checkpoint has, or has if the host asks for it. */
type AtCheckpoint = 'cancel' | 'phoneLink' | 'continueElsewhere'

/** Exactly the verbs that are legal at each step. */
interface LegalVerbs {
  preparing: 'cancel'
  unavailable: 'cancel' | 'retry' | 'back'
  choosing_provider: 'cancel' | 'choose'
  credentials: 'cancel' | 'keep' | 'submit' | 'chooseMethod' | 'back'
  otp: AtCheckpoint | 'submit' | 'resend' | 'tryAnotherWay'
  two_factor: AtCheckpoint | 'submit' | 'resend' | 'tryAnotherWay'
  otp_or_in_app: AtCheckpoint | 'submit' | 'resend' | 'tryAnotherWay'
  in_app: AtCheckpoint | 'resend' | 'tryAnotherWay'
  phone: AtCheckpoint | 'keep' | 'submit'
  captcha: AtCheckpoint | 'submit' | 'tryAnotherWay'
  qr: AtCheckpoint | 'refresh'
  show: AtCheckpoint | 'refresh'
  contract: AtCheckpoint | 'choose'
  challenge: AtCheckpoint | 'choose'
  loading: AtCheckpoint
  consent: AtCheckpoint | 'open'
  unsupported: AtCheckpoint | 'restart'
  linked: 'close' | 'watchSync' | 'restart'
  relinked: 'close' | 'watchSync'
  duplicate: 'close' | 'reconnect' | 'restart'
  restricted: 'close' | 'restart'
  mismatch: 'close' | 'retry'
  canceled: 'close' | 'restart'
  expired: 'close' | 'retry'
  failed: 'close' | 'retry' | 'restart'
}

it('a step has exactly the verbs that are legal there', () => {
  expectTypeOf<{ [T in ConnectStepType]: VerbsOf<T> }>().toEqualTypeOf<{
    [T in keyof LegalVerbs]: LegalVerbs[T]
  }>()
})

it('a verb that may be absent cannot be called without a check', () => {
  expectTypeOf<OptionalOf<'unavailable'> & VerbsOf<'unavailable'>>().toEqualTypeOf<'back'>()
  expectTypeOf<OptionalOf<'credentials'> & VerbsOf<'credentials'>>().toEqualTypeOf<'back'>()
  expectTypeOf<OptionalOf<'otp'> & VerbsOf<'otp'>>().toEqualTypeOf<
    'resend' | 'phoneLink' | 'continueElsewhere'
  >()
  expectTypeOf<OptionalOf<'duplicate'> & VerbsOf<'duplicate'>>().toEqualTypeOf<'reconnect'>()
  expectTypeOf<OptionalOf<'failed'> & VerbsOf<'failed'>>().toEqualTypeOf<'retry'>()
})

it('a switch on the type narrows to the verbs of that step', () => {
  function answer(step: ConnectStep) {
    expectTypeOf(step).not.toHaveProperty('submit')
    switch (step.type) {
      case 'otp':
        expectTypeOf(step.submit).toEqualTypeOf<(code: string) => void>()
        break
      case 'qr':
        expectTypeOf(step).not.toHaveProperty('submit')
        expectTypeOf(step.refresh).toEqualTypeOf<() => void>()
        break
      case 'linked':
        expectTypeOf(step).not.toHaveProperty('cancel')
        break
    }
  }
  expectTypeOf(answer).returns.toBeVoid()
})
