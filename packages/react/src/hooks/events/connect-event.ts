import type { EndReason, ErrorCode, OutcomeType } from '@connect-account/core'
import type { ConnectStepType } from '../flow/connect-step.ts'

/** The verbs of the user that events name: the members of a step that the user's clicks call. */
export const connectVerbs = [
  'choose',
  'chooseMethod',
  'submit',
  'resend',
  'tryAnotherWay',
  'refresh',
  'open',
  'back',
  'retry',
  'restart',
  'reconnect',
  'cancel',
] as const

export type ConnectVerb = (typeof connectVerbs)[number]

/** Who made a choice: the user, or nobody because only one was offered or the flow was resumed. */
export type ChosenBy = 'user' | 'default' | 'resumed'

/** Why a flow was left. */
export const exitReasons = {
  finished: 'The user dismissed an end.',
  canceled: 'The user canceled, and the dialog closed.',
  close_button: 'The user pressed the dialog’s close button.',
  escape: 'The user pressed Escape or went back.',
  outside_press: 'The user pressed the page around the dialog.',
  closed: 'Your code called `close()` of `useReconnect`.',
  removed: 'Your code removed the component, or passed options of another user, account or backend.',
  page_left: 'The page was left, also for a consent page.',
} as const

export type ExitReason = keyof typeof exitReasons

/** What every event has. Never a value that the user typed, an account, a name or a token. */
interface EventBase {
  /** A random id of this flow, to group its events. It is stored nowhere. */
  readonly flowId: string
  /** The provider's id; absent until there is one. */
  readonly provider?: string
  /** The method's id; absent until there is one. */
  readonly method?: string
  /** Milliseconds since the flow was opened. */
  readonly elapsedMs: number
}

interface AtStep {
  /** The step that the user is at. */
  readonly step: ConnectStepType
  /** Milliseconds since this step was shown. */
  readonly stepMs: number
}

/** What each event has besides the common members, by type. */
export interface ConnectEventMap {
  opened: {
    /** Whether an account is reconnected. */
    readonly isReconnect: boolean
    /** Whether an open intent or an earlier opening continues. */
    readonly isResumed: boolean
  }
  provider_chosen: { readonly provider: string; readonly by: ChosenBy }
  method_chosen: { readonly provider: string; readonly method: string; readonly by: ChosenBy }
  step_shown: { readonly step: ConnectStepType }
  verb: AtStep & { readonly verb: ConnectVerb }
  error: AtStep & { readonly code: ErrorCode }
  outcome: {
    readonly outcome: OutcomeType
    readonly reason: EndReason
    /** Why it failed; only with the outcome `failed`. */
    readonly code?: ErrorCode
  }
  exit: AtStep & { readonly reason: ExitReason }
}

export type ConnectEventType = keyof ConnectEventMap

/** An event of the flow, for product analytics. Switch on `type`. */
export type ConnectEvent = {
  [T in ConnectEventType]: { readonly type: T } & EventBase & ConnectEventMap[T]
}[ConnectEventType]

/** The event of one type: `ConnectEventOf<'exit'>`. */
export type ConnectEventOf<T extends ConnectEventType> = Extract<ConnectEvent, { type: T }>

/** Receives the events of a flow, in order. */
export type OnEvent = (event: ConnectEvent) => void

/** Every event and its own members, described: documentation is generated from this. */
export const connectEvents = {
  opened: {
    description: 'The flow was opened.',
    members: {
      isReconnect: 'Whether an account is reconnected.',
      isResumed: 'Whether an open intent or an earlier opening continues.',
    },
  },
  provider_chosen: {
    description: 'A provider was chosen.',
    members: {
      provider: 'The provider’s id.',
      by: '`user`, `default` (only one is offered) or `resumed` (the open intent’s).',
    },
  },
  method_chosen: {
    description: 'A method was chosen.',
    members: {
      provider: 'The provider’s id.',
      method: 'The method’s id.',
      by: '`user`, `default` (the provider’s first, or the last one used) or `resumed`.',
    },
  },
  step_shown: { description: 'Another step is shown.', members: { step: 'The step’s type.' } },
  verb: {
    description: 'The user did something.',
    members: {
      verb: 'The verb of the step, such as `submit`.',
      step: 'The step’s type.',
      stepMs: 'Milliseconds since this step was shown.',
    },
  },
  error: {
    description: 'An error is shown; the step stays.',
    members: {
      code: 'The error’s code.',
      step: 'The step’s type.',
      stepMs: 'Milliseconds since this step was shown.',
    },
  },
  outcome: {
    description: 'The flow ended.',
    members: {
      outcome: 'The outcome’s type.',
      reason: 'What caused the end, as in `onEnd`.',
      code: 'Why it failed; only with the outcome `failed`.',
    },
  },
  exit: {
    description: 'The user is no longer in the flow. An exit without an outcome may be continued later.',
    members: {
      reason: 'Why the flow was left.',
      step: 'The step’s type.',
      stepMs: 'Milliseconds since this step was shown.',
    },
  },
} as const satisfies {
  readonly [T in ConnectEventType]: {
    readonly description: string
    readonly members: Readonly<Record<keyof ConnectEventMap[T], string>>
  }
}
