import type { CheckpointType, Method } from '@connect-account/core/protocol'
import { type Act, isEnd, type StepName } from './acts.ts'
import { isRelink, type ModelState, shown } from './model.ts'

/** Why an act cannot be brought about in a state, by anybody. */
export interface Rule {
  readonly name: string
  readonly reason: string
  readonly forbids: (state: ModelState, act: Act) => boolean
}

type Answered = Extract<Act, { type: 'answered'; to: StepName }>
const isAnswer = (act: Act): act is Answered => act.type === 'answered' && 'to' in act

/** Where news or an answer would take the open intent, if it would take it anywhere. */
function move({ flow }: ModelState, act: Act): { from: StepName; to: StepName; act: Act } | undefined {
  const from = shown(flow)
  if (!flow.matches('atCheckpoint') || !from) return undefined
  return act.type === 'told' || isAnswer(act) ? { from, to: act.to, act } : undefined
}

const coded: readonly StepName[] = ['otp', 'two_factor', 'otp_or_in_app']
/** What the provider judges; of the other checkpoints a wrong answer cannot be sent. */
const judged: readonly StepName[] = [...coded, 'captcha', 'phone']
const resendable: readonly StepName[] = [...coded, 'in_app']
const answerable: readonly StepName[] = [...judged, 'contract', 'challenge']
const declinable: readonly StepName[] = ['in_app', 'otp_or_in_app', 'oauth']
/** Where another way, or a fresh one of the same, can be had, and what comes then. */
const otherWay: Partial<Record<StepName, StepName>> = {
  otp: 'challenge',
  two_factor: 'challenge',
  otp_or_in_app: 'challenge',
  in_app: 'challenge',
  challenge: 'otp',
  captcha: 'captcha',
  qr: 'qr',
}
/** Where the same checkpoint can be told once more: a wrong answer, a code sent again or a fresh QR code. */
const repeatable: readonly StepName[] = [...judged, 'in_app', 'qr']
const byConsent = ({ flow }: ModelState) => flow.context.intent?.provider === 'google'
/** Only the server's clock and the user end any intent. */
const anytime: readonly StepName[] = ['cancelled', 'expired']

/** The first checkpoint of a method without a form. */
const firstOf: Readonly<Record<Exclude<Method['kind'], 'form'>, CheckpointType>> = {
  qr: 'qr',
  consent: 'oauth',
}

/** The first that forbids is the one that counts. */
const rules: readonly Rule[] = [
  {
    name: 'an account is reconnected where it is shown',
    reason: 'Only an end that shows an account of the user’s offers to connect it again.',
    forbids: ({ flow }, act) => {
      const outcome = flow.context.end?.outcome
      return act.type === 'does' && act.what === 'reconnect' && !(outcome && 'account' in outcome)
    },
  },
  {
    name: 'the way in decides the first step',
    reason: 'A QR method begins with its code, a consent with its page, and a form with neither.',
    forbids({ flow }, act) {
      if (!isAnswer(act) || act.call !== 'starting') return false
      const { kind = 'form' } = flow.context.method ?? {}
      return kind === 'form'
        ? Object.values(firstOf).some((first) => first === act.to)
        : act.to !== firstOf[kind]
    },
  },
  {
    name: 'a start begins',
    reason:
      'An intent is cancelled, expires and fails only once it is there; a start that fails is an error.',
    forbids: (_, act) =>
      isAnswer(act) && act.call === 'starting' && ['cancelled', 'expired', 'failed'].includes(act.to),
  },
  {
    name: 'linking and reconnecting end apart',
    reason: 'Only a reconnect ends as relinked; it never ends as linked or as a duplicate.',
    forbids({ flow }, act) {
      if (!isAnswer(act) && act.type !== 'told') return false
      const foreign: StepName[] = isRelink(flow)
        ? ['linked', 'duplicate_own', 'duplicate_hidden']
        : ['relinked']
      return foreign.includes(act.to)
    },
  },
  {
    name: 'a form refuses what it is given',
    reason:
      'Without a form there are no credentials to be wrong, and nobody is named whose provider could be down.',
    forbids: ({ flow }, act) =>
      act.type === 'refused' &&
      act.call === 'starting' &&
      act.code !== 'network_unreachable' &&
      (flow.context.method?.kind !== 'form' ||
        // Whoever has a cookie was signed in with it.
        (act.code === 'invalid_credentials' && flow.context.method?.id === 'cookies')),
  },
  {
    name: 'only a mailbox has servers',
    reason: 'Settings are asked for where a mailbox was named without them.',
    forbids: ({ flow }, act) =>
      act.type === 'refused' &&
      act.code === 'mail_settings_needed' &&
      !(flow.context.provider?.id === 'imap' && flow.context.method?.id === 'password'),
  },
  {
    name: 'a resumed intent stands where it stood',
    reason:
      'What was shown before the connection was lost is shown again, unless it is news; loading that passes is never met twice.',
    forbids({ flow }, act) {
      if (!isAnswer(act) || act.call !== 'resuming') return false
      const before = shown(flow)
      return before === undefined ? act.to === 'loading' : act.to !== before
    },
  },
  {
    name: 'a lost session finds nothing',
    reason: 'An intent that was shown is never removed: only one from before a reload can be unknown.',
    forbids: ({ flow }, act) =>
      act.type === 'refused' && act.code === 'intent_not_found' && shown(flow) !== undefined,
  },
  {
    name: 'loading passes by itself',
    reason:
      'A provider that is done in a moment leaves nobody the time to act; one that goes on working does.',
    forbids({ flow, ...state }, act) {
      if (shown(flow) !== 'loading' || byConsent({ flow, ...state }) || !flow.matches('atCheckpoint'))
        return false
      return act.type !== 'told' || [...anytime, 'loading', 'loading_on'].includes(act.to)
    },
  },
  {
    name: 'loading that passes is met by asking',
    reason: 'News of it can be overtaken by news of what follows.',
    forbids: (state, act) => {
      if (byConsent(state)) return false
      return (act.type === 'told' || (isAnswer(act) && act.call === 'refreshing')) && act.to === 'loading'
    },
  },
  {
    name: 'a server that is elsewhere judges from there',
    reason:
      'What this screen would send is for a checkpoint that has passed: it is told the news or left. A stream goes live with the news.',
    forbids({ behind, flow }, act) {
      if (!behind) return false
      if (act.type === 'does') return !['cancel', 'restart'].includes(act.what)
      if (act.type === 'lost' || (act.type === 'connection' && act.status === 'live')) return true
      if (act.type !== 'told' && !isAnswer(act)) return false
      if (flow.context.acting === 'cancel' && isAnswer(act))
        return behind === 'ended' ? act.to !== 'cancelled' : !anytime.includes(act.to)
      return behind === 'ended' ? act.to !== 'cancelled' : act.to === shown(flow) || isEnd(act.to)
    },
  },
  {
    name: 'asking again finds the same',
    reason: 'Where nothing has happened, the intent stands where it stood.',
    forbids: ({ behind, flow }, act) =>
      isAnswer(act) && act.call === 'refreshing' && !behind && act.to !== shown(flow),
  },
  {
    name: 'a checkpoint is posed as its provider poses it',
    reason: 'QR codes and consent pages come first and never later.',
    forbids(state, act) {
      const moved = move(state, act)
      return !!moved && moved.to !== moved.from && (moved.to === 'qr' || moved.to === 'oauth')
    },
  },
  {
    name: 'nobody passes the unknown',
    reason: 'A checkpoint that no client knows can only be left; so can a provider that goes on working.',
    forbids(state, act) {
      const moved = move(state, act)
      if (!moved || (moved.from !== 'unsupported' && moved.from !== 'loading_on')) return false
      return moved.to !== moved.from && !anytime.includes(moved.to)
    },
  },
  {
    name: 'a chosen way sends a code',
    reason: 'What follows the choice of a challenge is the code that it sends.',
    forbids(state, act) {
      const moved = move(state, act)
      return moved?.from === 'challenge' && !['challenge', 'otp', ...anytime].includes(moved.to)
    },
  },
  {
    name: 'consent is confirmed',
    reason:
      'A consent page is followed by the wait for the signed webhook, or refused at once; nothing is asked here.',
    forbids(state, act) {
      const moved = move(state, act)
      if (!moved || !byConsent(state)) return false
      const refusedThere: StepName[] = [
        'duplicate_own',
        'duplicate_hidden',
        'restricted',
        'mismatch',
        'failed',
      ]
      const next: StepName[] = moved.from === 'oauth' ? ['loading', ...refusedThere] : ['linked', 'relinked']
      return moved.to !== moved.from && ![...next, ...anytime].includes(moved.to)
    },
  },
  {
    name: 'declining is done on the phone',
    reason: 'An open intent fails when the user declines, on the phone or at the consent page.',
    forbids(state, act) {
      const moved = move(state, act)
      return moved?.to === 'failed' && !(declinable.includes(moved.from) && act.type === 'told')
    },
  },
  {
    name: 'nothing there can be had twice',
    reason: 'The same checkpoint is told again after a wrong answer, a repeated message or a fresh QR code.',
    forbids: (state, act) =>
      act.type === 'told' && act.to === shown(state.flow) && !repeatable.includes(act.to),
  },
  {
    name: 'an answer passes its checkpoint',
    reason: 'A right answer leads on, to no end that time or leaving brings; a wrong one is told as wrong.',
    forbids({ flow }, act) {
      if (!isAnswer(act) || act.call !== 'acting' || flow.context.acting !== 'answer.submit') return false
      const from = shown(flow)
      if (!from || !answerable.includes(from)) return true
      if (act.wrong) return !judged.includes(from)
      return act.to === from || anytime.includes(act.to)
    },
  },
  {
    name: 'a message is sent again where it was sent',
    reason: 'What is sent again leaves the checkpoint as it is.',
    forbids({ flow }, act) {
      if (flow.context.acting !== 'code.resend') return false
      const from = shown(flow)
      const sends = !!from && resendable.includes(from)
      if (act.type === 'refused' && act.code === 'resend_not_available') return sends
      return isAnswer(act) && act.call === 'acting' && !(sends && act.to === from)
    },
  },
  {
    name: 'another way is what the provider has',
    reason:
      'A code or approval has a choice of ways, a chosen way a code, a captcha and a QR code a fresh one.',
    forbids({ flow }, act) {
      if (flow.context.acting !== 'challenge.request') return false
      const from = shown(flow)
      const next = from && otherWay[from]
      if (act.type === 'refused' && act.code === 'no_other_way') return next !== undefined
      return isAnswer(act) && act.call === 'acting' && act.to !== next
    },
  },
  {
    name: 'leaving is answered by an end',
    reason: 'An intent that is left is cancelled, or has ended before.',
    forbids: ({ flow }, act) =>
      flow.context.acting === 'cancel' &&
      isAnswer(act) &&
      act.call === 'acting' &&
      (!isEnd(act.to) || act.to === 'expired'),
  },
  {
    name: 'each verb has its own refusals',
    reason: 'A refusal is for the verb that can be refused so.',
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
            // What follows is the end.
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
    name: 'polling takes a silent proxy',
    reason:
      'A stream counts as mute after five seconds and a second one after five more: the client’s own tests wait with a clock.',
    forbids: (_, act) => act.type === 'connection' && act.status === 'polling',
  },
  // What is left out only to walk it once comes last: what nobody can bring about is told as such.
  {
    name: 'one attempt a path',
    reason:
      'A second attempt meets the same server as the first, which other paths walk; reconnecting has openings of its own.',
    forbids: ({ again, flow }, act) =>
      again && flow.matches('starting') && (act.type === 'answered' || act.type === 'refused'),
  },
  {
    name: 'one form for all',
    reason:
      'What follows a form does not depend on it: each form is sent, and one of them is followed everywhere. The tests of every way follow them all.',
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
