import type { CheckpointType, Method } from '@connect-account/core/protocol'
import { type Act, isEnd, type StepName } from './acts.ts'
import { isRelink, type ModelState, shown } from './model.ts'

/** Why an act is impossible in a state. */
export interface Rule {
  readonly name: string
  readonly reason: string
  readonly forbids: (state: ModelState, act: Act) => boolean
}

type Answered = Extract<Act, { type: 'responded'; to: StepName }>
const isAnswer = (act: Act): act is Answered => act.type === 'responded' && 'to' in act

/** Returns where a push or a response would move the open intent, if anywhere. */
function move({ flow }: ModelState, act: Act): { from: StepName; to: StepName; act: Act } | undefined {
  const from = shown(flow)
  if (!flow.matches('atCheckpoint') || !from) return undefined
  return act.type === 'pushed' || isAnswer(act) ? { from, to: act.to, act } : undefined
}

const coded: readonly StepName[] = ['otp', 'two_factor', 'otp_or_in_app']
/** Checkpoints with a wrong answer; the others only offer right ones. */
const judged: readonly StepName[] = [...coded, 'captcha', 'phone']
const resendable: readonly StepName[] = [...coded, 'in_app']
const answerable: readonly StepName[] = [...judged, 'contract', 'challenge']
const declinable: readonly StepName[] = ['in_app', 'otp_or_in_app', 'show', 'consent']
/** What `requestChallenge` leads to, by checkpoint. */
const otherWay: Partial<Record<StepName, StepName>> = {
  otp: 'challenge',
  two_factor: 'challenge',
  otp_or_in_app: 'challenge',
  in_app: 'challenge',
  challenge: 'otp',
  captcha: 'captcha',
  qr: 'qr',
  show: 'show',
}
/** Checkpoints that can repeat: after a wrong answer, a resend or a new QR code. */
const repeatable: readonly StepName[] = [...judged, 'in_app', 'qr', 'show']
const byConsent = ({ flow }: ModelState) => flow.context.intent?.provider === 'google'
/** Outcomes that are possible at any checkpoint. */
const anytime: readonly StepName[] = ['canceled', 'expired']

/** The first checkpoint of a method without a form. */
const firstOf: Readonly<Record<Exclude<Method['kind'], 'form'>, CheckpointType>> = {
  qr: 'qr',
  consent: 'consent',
}

/** The first rule that forbids an act counts. */
const rules: readonly Rule[] = [
  {
    name: 'an account can be reconnected if it is shown',
    reason: 'Only an outcome that shows an account of the user offers to reconnect it.',
    forbids: ({ flow }, act) => {
      const outcome = flow.context.end?.outcome
      return act.type === 'does' && act.what === 'reconnect' && !(outcome && 'account' in outcome)
    },
  },
  {
    name: 'the method decides the first step',
    reason: 'A QR method starts with its code, a consent with its page, and a form with neither.',
    forbids({ flow }, act) {
      if (!isAnswer(act) || act.call !== 'starting') return false
      const { kind = 'form' } = flow.context.method ?? {}
      return kind === 'form'
        ? Object.values(firstOf).some((first) => first === act.to)
        : act.to !== firstOf[kind]
    },
  },
  {
    name: 'a start opens an intent',
    reason: 'An intent is canceled, expires or fails only after its start; a start that fails is an error.',
    forbids: (_, act) =>
      isAnswer(act) && act.call === 'starting' && ['canceled', 'expired', 'failed'].includes(act.to),
  },
  {
    name: 'linking and reconnecting have different outcomes',
    reason: 'Only a reconnect ends as relinked, and it never ends as linked or as a duplicate.',
    forbids({ flow }, act) {
      if (!isAnswer(act) && act.type !== 'pushed') return false
      const foreign: StepName[] = isRelink(flow)
        ? ['linked', 'duplicate_own', 'duplicate_hidden']
        : ['relinked']
      return foreign.includes(act.to)
    },
  },
  {
    name: 'only a form is refused',
    reason:
      'Without a form there are no credentials to be wrong, and no provider account whose provider could be down.',
    forbids: ({ flow }, act) =>
      act.type === 'refused' &&
      act.call === 'starting' &&
      act.code !== 'network_unreachable' &&
      (flow.context.method?.kind !== 'form' ||
        // A cookie proves a sign-in, so there is no wrong one.
        (act.code === 'invalid_credentials' && flow.context.method?.id === 'cookies')),
  },
  {
    name: 'only a mailbox has servers',
    reason: 'Server settings are asked for if a mailbox was given without them.',
    forbids: ({ flow }, act) =>
      act.type === 'refused' &&
      act.code === 'mail_settings_needed' &&
      !(flow.context.provider?.id === 'imap' && flow.context.method?.id === 'password'),
  },
  {
    name: 'a lost start has no intent',
    reason: 'A start whose call was lost has not reached the server, so there is nothing to resume.',
    forbids: ({ flow }, act) =>
      isAnswer(act) && act.call === 'resuming' && flow.context.startKey !== undefined,
  },
  {
    name: 'a resumed intent is unchanged',
    reason:
      'What was shown before the connection was lost is shown again, unless it has changed; loading that passes never appears twice.',
    forbids({ flow }, act) {
      if (!isAnswer(act) || act.call !== 'resuming') return false
      const before = shown(flow)
      return before === undefined ? act.to === 'loading' : act.to !== before
    },
  },
  {
    name: 'only a reload can lose an intent',
    reason: 'An intent that was shown is never deleted: only one from before a reload can be unknown.',
    forbids: ({ flow }, act) =>
      act.type === 'refused' && act.code === 'intent_not_found' && shown(flow) !== undefined,
  },
  {
    name: 'loading passes by itself',
    reason: 'A provider that finishes in a moment leaves no time to act; one that never finishes does.',
    forbids({ flow, ...state }, act) {
      if (shown(flow) !== 'loading' || byConsent({ flow, ...state }) || !flow.matches('atCheckpoint'))
        return false
      return act.type !== 'pushed' || [...anytime, 'loading', 'loading_on'].includes(act.to)
    },
  },
  {
    name: 'loading that passes is only seen in a response',
    reason: 'A push of it can be overtaken by a push of what follows.',
    forbids: (state, act) => {
      if (byConsent(state)) return false
      return (act.type === 'pushed' || (isAnswer(act) && act.call === 'refreshing')) && act.to === 'loading'
    },
  },
  {
    name: 'a server that has moved on decides from there',
    reason:
      'What this screen sends is for a passed checkpoint: it receives the update or cancels. A stream goes live with the update.',
    forbids({ behind, flow }, act) {
      if (!behind) return false
      if (act.type === 'does') return !['cancel', 'restart'].includes(act.what)
      if (act.type === 'lost' || (act.type === 'connection' && act.status === 'live')) return true
      if (act.type !== 'pushed' && !isAnswer(act)) return false
      if (flow.context.acting === 'cancel' && isAnswer(act))
        return behind === 'ended' ? act.to !== 'canceled' : !anytime.includes(act.to)
      return behind === 'ended' ? act.to !== 'canceled' : act.to === shown(flow) || isEnd(act.to)
    },
  },
  {
    name: 'a refresh returns the same',
    reason: 'If nothing has happened, the intent is unchanged.',
    forbids: ({ behind, flow }, act) =>
      isAnswer(act) && act.call === 'refreshing' && !behind && act.to !== shown(flow),
  },
  {
    name: 'QR codes and consent pages come first',
    reason: 'QR codes and consent pages come first and never later.',
    forbids(state, act) {
      const moved = move(state, act)
      return !!moved && moved.to !== moved.from && (moved.to === 'qr' || moved.to === 'consent')
    },
  },
  {
    name: 'an unknown checkpoint cannot be passed',
    reason: 'A checkpoint of an unknown type can only be canceled; so can a provider that never finishes.',
    forbids(state, act) {
      const moved = move(state, act)
      if (!moved || (moved.from !== 'unsupported' && moved.from !== 'loading_on')) return false
      return moved.to !== moved.from && !anytime.includes(moved.to)
    },
  },
  {
    name: 'a chosen challenge sends a code',
    reason: 'After the choice of a challenge comes the code that it sends.',
    forbids(state, act) {
      const moved = move(state, act)
      return moved?.from === 'challenge' && !['challenge', 'otp', ...anytime].includes(moved.to)
    },
  },
  {
    name: 'consent is confirmed',
    reason:
      'After a consent page comes the wait for the signed webhook, or a refusal; there are no checkpoints.',
    forbids(state, act) {
      const moved = move(state, act)
      if (!moved || !byConsent(state)) return false
      // A return that claims more is not believed.
      const next: StepName[] = moved.from === 'consent' ? ['loading', 'failed'] : ['linked', 'relinked']
      return moved.to !== moved.from && ![...next, ...anytime].includes(moved.to)
    },
  },
  {
    name: 'the user declines on the phone',
    reason: 'An open intent fails if the user declines, on the phone or on the consent page.',
    forbids(state, act) {
      const moved = move(state, act)
      return moved?.to === 'failed' && !(declinable.includes(moved.from) && act.type === 'pushed')
    },
  },
  {
    name: 'few checkpoints repeat',
    reason: 'The same checkpoint is sent again after a wrong answer, a resend or a new QR code.',
    forbids: (state, act) =>
      act.type === 'pushed' && act.to === shown(state.flow) && !repeatable.includes(act.to),
  },
  {
    name: 'an answer passes its checkpoint',
    reason: 'A right answer leads on, but never to expiry or cancellation; a wrong one is reported as wrong.',
    forbids({ flow }, act) {
      if (!isAnswer(act) || act.call !== 'acting' || flow.context.acting !== 'answer.submit') return false
      const from = shown(flow)
      if (!from || !answerable.includes(from)) return true
      if (act.wrong) return !judged.includes(from)
      return act.to === from || anytime.includes(act.to)
    },
  },
  {
    name: 'only sent messages can be resent',
    reason: 'A resend leaves the checkpoint as it is.',
    forbids({ flow }, act) {
      if (flow.context.acting !== 'code.resend') return false
      const from = shown(flow)
      const sends = !!from && resendable.includes(from)
      if (act.type === 'refused' && act.code === 'resend_not_available') return sends
      return isAnswer(act) && act.call === 'acting' && !(sends && act.to === from)
    },
  },
  {
    name: 'a challenge is what the provider has',
    reason:
      'A code or approval has a choice of challenges, a chosen challenge a code, a captcha and a QR code a new one.',
    forbids({ flow }, act) {
      if (flow.context.acting !== 'challenge.request') return false
      const from = shown(flow)
      const next = from && otherWay[from]
      if (act.type === 'refused' && act.code === 'no_other_way') return next !== undefined
      return isAnswer(act) && act.call === 'acting' && act.to !== next
    },
  },
  {
    name: 'canceling ends the intent',
    reason: 'A canceled intent is canceled, or has ended before.',
    forbids: ({ flow }, act) =>
      flow.context.acting === 'cancel' &&
      isAnswer(act) &&
      act.call === 'acting' &&
      (!isEnd(act.to) || act.to === 'expired'),
  },
  {
    name: 'an intent that is canceled unseen is open',
    reason: 'A start that is pending, and an intent that was not shown again, are canceled.',
    forbids: (_, act) => isAnswer(act) && act.call === 'canceling' && act.to !== 'canceled',
  },
  {
    name: 'each verb has its own errors',
    reason: 'Each error belongs to the verbs that can cause it.',
    forbids({ flow }, act) {
      if (act.type !== 'refused' || act.call !== 'acting') return false
      const { acting } = flow.context
      const from = shown(flow)
      switch (act.code) {
        case 'resend_not_available':
          return acting !== 'code.resend'
        case 'no_other_way':
          return acting !== 'challenge.request'
        case 'answer_not_expected':
          return acting !== 'answer.submit' || !from || answerable.includes(from)
        case 'checkpoint_passed':
          return (
            acting !== 'answer.submit' ||
            from === 'unsupported' ||
            from === 'loading_on' ||
            // The outcome follows.
            from === 'loading'
          )
        case 'intent_ended':
          return acting === 'cancel'
        default:
          return false
      }
    },
  },
  {
    name: 'polling needs a silent proxy',
    reason:
      'A stream counts as stalled after five seconds and a second one after five more. The client has its own tests for it.',
    forbids: (_, act) => act.type === 'connection' && act.status === 'polling',
  },
  // These come last because they only avoid repetition: an act that is impossible is counted under the rules
  // above.
  {
    name: 'one attempt per path',
    reason:
      'A second attempt finds the same server as the first, which other paths cover; reconnecting has its own openings.',
    forbids: ({ again, flow }, act) =>
      again && flow.matches('starting') && (act.type === 'responded' || act.type === 'refused'),
  },
  {
    name: 'one form for all',
    reason:
      'What follows a form does not depend on it: each form is sent, and one is followed everywhere. The every-way tests follow all of them.',
    forbids: ({ flow }, act) =>
      isAnswer(act) &&
      act.call === 'starting' &&
      act.to !== 'linked' &&
      flow.context.method?.kind === 'form' &&
      flow.context.method?.id !== 'credentials',
  },
]

export const ruleAgainst = (state: ModelState, act: Act): Rule | undefined =>
  rules.find(({ forbids }) => forbids(state, act))
