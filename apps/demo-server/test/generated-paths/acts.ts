import type { ErrorCode } from '@connect-account/core/errors'
import type { FlowEvent } from '@connect-account/core/internal'
import type { Checkpoint, Outcome, Step, WatchStatus } from '@connect-account/core/protocol'
import { sampleAccount } from '@connect-account/core/testing'

/** Every checkpoint by name. The name is its id too, so that a snapshot says which one it shows. */
const checkpoints = {
  otp: { type: 'otp', id: 'otp', format: 'digits', length: 6 },
  two_factor: { type: 'two_factor', id: 'two_factor', format: 'digits', length: 6, platform: 'sms' },
  otp_or_in_app: { type: 'otp_or_in_app', id: 'otp_or_in_app', format: 'digits', length: 6 },
  in_app: { type: 'in_app', id: 'in_app' },
  show: { type: 'show', id: 'show', show: { kind: 'code', value: 'x', label: 'x' } },
  qr: { type: 'qr', id: 'qr', qrcode: 'x', shownAt: '', expiresAt: '', round: 1 },
  captcha: { type: 'captcha', id: 'captcha', publicKey: null, data: null },
  phone: { type: 'phone', id: 'phone' },
  contract: { type: 'contract', id: 'contract', options: [] },
  challenge: { type: 'challenge', id: 'challenge', options: [] },
  /** A provider that finishes after a moment, regardless of what the browser does. */
  loading: { type: 'loading', id: 'loading' },
  /** A provider that never finishes during the test. */
  loading_on: { type: 'loading', id: 'loading_on' },
  consent: { type: 'consent', id: 'consent', url: 'https://example.test' },
  unsupported: { type: 'unsupported', id: 'unsupported', name: 'NOVEL' },
} as const satisfies Record<string, Checkpoint>

const ends = {
  linked: { type: 'linked', account: sampleAccount },
  relinked: { type: 'relinked', account: sampleAccount },
  duplicate_own: { type: 'duplicate', account: sampleAccount },
  duplicate_hidden: { type: 'duplicate' },
  restricted: { type: 'restricted' },
  mismatch: { type: 'mismatch' },
  canceled: { type: 'canceled' },
  expired: { type: 'expired' },
  failed: { type: 'failed', error: { code: 'approval_declined' }, retryable: true },
} as const satisfies Record<string, Outcome>

export type CheckpointName = keyof typeof checkpoints
export type EndName = keyof typeof ends
export type StepName = CheckpointName | EndName
export const steps: Readonly<Record<StepName, Step>> = { ...checkpoints, ...ends }
export const stepNames = Object.keys(steps).filter(isStepName)

function isStepName(name: string): name is StepName {
  return name in checkpoints || isEnd(name)
}

export function isEnd(name: string): name is EndName {
  return name in ends
}

/** Returns a step's name here: for a real checkpoint its type. */
export function nameOf(step: Step): StepName {
  if (step.type === 'duplicate') return step.account ? 'duplicate_own' : 'duplicate_hidden'
  return 'id' in step && isStepName(step.id) ? step.id : step.type
}

/** The machine's calls, named by the state that makes them. */
export type CallName = 'loadingProviders' | 'resuming' | 'starting' | 'canceling' | 'acting' | 'refreshing'

type UserEventType = Exclude<FlowEvent['type'], 'intent.change' | 'connection.change' | 'connection.fail'>

/** One step of a path: something the user does, or something that reaches the browser. */
export type Act =
  | { readonly type: 'does'; readonly what: UserEventType; readonly id?: string }
  | { readonly type: 'responded'; readonly call: 'loadingProviders' }
  /** `wrong`: the same checkpoint again, because the answer was wrong. */
  | {
      readonly type: 'responded'
      readonly call: Exclude<CallName, 'loadingProviders'>
      readonly to: StepName
      readonly wrong?: true
    }
  | { readonly type: 'refused'; readonly call: CallName; readonly code: ErrorCode }
  | { readonly type: 'pushed'; readonly to: StepName }
  | { readonly type: 'lost'; readonly code: ErrorCode }
  | { readonly type: 'connection'; readonly status: WatchStatus }

/** The errors of each call that the machine distinguishes. */
export const refusals: Readonly<Record<CallName, readonly ErrorCode[]>> = {
  loadingProviders: ['network_unreachable', 'session_invalid'],
  resuming: ['intent_not_found', 'network_unreachable'],
  starting: ['invalid_credentials', 'mail_settings_needed', 'provider_unavailable', 'network_unreachable'],
  acting: [
    'network_unreachable',
    'checkpoint_passed',
    'answer_not_expected',
    'intent_ended',
    'resend_not_available',
    'no_other_way',
  ],
  canceling: ['network_unreachable'],
  refreshing: ['network_unreachable'],
}
