import type { ErrorCode } from '@connect-account/core/errors'
import type { FlowEvent } from '@connect-account/core/internal'
import type { Checkpoint, Outcome, Step, WatchStatus } from '@connect-account/core/protocol'
import { sampleAccount } from '@connect-account/core/testing'

/** Every checkpoint by name; the name is its id as well, so that a snapshot tells which one it shows. */
const checkpoints = {
  otp: { type: 'otp', id: 'otp', format: 'digits', length: 6 },
  two_factor: { type: 'two_factor', id: 'two_factor', format: 'digits', length: 6, platform: 'sms' },
  otp_or_in_app: { type: 'otp_or_in_app', id: 'otp_or_in_app', format: 'digits', length: 6 },
  in_app: { type: 'in_app', id: 'in_app' },
  qr: { type: 'qr', id: 'qr', qrcode: 'x', shownAt: '', expiresAt: '', round: 1 },
  captcha: { type: 'captcha', id: 'captcha', publicKey: null, data: null },
  phone: { type: 'phone', id: 'phone' },
  contract: { type: 'contract', id: 'contract', options: [] },
  challenge: { type: 'challenge', id: 'challenge', options: [] },
  /** A provider that is done after a moment, whatever the browser does. */
  loading: { type: 'loading', id: 'loading' },
  /** A provider that goes on working for as long as anybody looks. */
  loading_on: { type: 'loading', id: 'loading_on' },
  oauth: { type: 'oauth', id: 'oauth', url: 'https://example.test' },
  unsupported: { type: 'unsupported', id: 'unsupported', name: 'NOVEL' },
} as const satisfies Record<string, Checkpoint>

const ends = {
  linked: { type: 'linked', account: sampleAccount },
  relinked: { type: 'relinked', account: sampleAccount },
  duplicate_own: { type: 'duplicate', account: sampleAccount },
  duplicate_hidden: { type: 'duplicate' },
  restricted: { type: 'restricted' },
  mismatch: { type: 'mismatch' },
  cancelled: { type: 'cancelled' },
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

/** What the step is called here; a real checkpoint by its type. */
export function nameOf(step: Step): StepName {
  if (step.type === 'duplicate') return step.account ? 'duplicate_own' : 'duplicate_hidden'
  return 'id' in step && isStepName(step.id) ? step.id : step.type
}

/** The machine's calls, by the state that makes them. */
export type CallName = 'loadingProviders' | 'resuming' | 'starting' | 'acting' | 'refreshing'

type UserEventType = Exclude<FlowEvent['type'], 'intent.change' | 'connection.change' | 'connection.fail'>

/** One step of a path: what the user does, or what reaches the browser. */
export type Act =
  | { readonly type: 'does'; readonly what: UserEventType; readonly id?: string }
  | { readonly type: 'answered'; readonly call: 'loadingProviders' }
  /** `wrong`: the same checkpoint again, for the answer was. */
  | {
      readonly type: 'answered'
      readonly call: Exclude<CallName, 'loadingProviders'>
      readonly to: StepName
      readonly wrong?: true
    }
  | { readonly type: 'refused'; readonly call: CallName; readonly code: ErrorCode }
  | { readonly type: 'told'; readonly to: StepName }
  | { readonly type: 'lost'; readonly code: ErrorCode }
  | { readonly type: 'connection'; readonly status: WatchStatus }

/** Why each call can fail, as far as the machine tells one failure from another. */
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
  refreshing: ['network_unreachable'],
}
