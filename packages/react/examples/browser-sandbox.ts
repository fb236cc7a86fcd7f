import { type Checkpoint, ConnectError, type Outcome, type Step } from '@connect-account/core'
import {
  type ScriptedTransport,
  sampleAccount,
  sampleProvider,
  scriptedTransport,
} from '@connect-account/core/testing'
import { altchaChallenge } from './altcha-challenge.ts'
import { inSeconds } from './script.ts'

/** Something on the user's phone, and what they can do with it. */
interface PhoneItem {
  readonly text: string
  readonly actions: readonly { readonly label: string; run(): void }[]
}

/** A server, a provider and a phone in this page. */
export interface BrowserSandbox {
  readonly transport: ScriptedTransport
  readonly phone: {
    subscribe(onChange: () => void): () => void
    read(): PhoneItem | undefined
  }
}

/** The code that is right. */
const CODE = '424242'
/** Milliseconds until the server responds. */
const LATENCY_MS = 250

/** Consent pages are elsewhere, so their providers are not offered. */
const providers = ['linkedin', 'whatsapp', 'instagram', 'telegram', 'twitter', 'facebook', 'imap'].map(
  sampleProvider,
)

const code = { format: 'digits', length: 6 } as const

const checkpoints: Readonly<Record<string, (id: string) => Checkpoint>> = {
  otp: (id) => ({ type: 'otp', id, ...code, channel: 'email', resendAt: inSeconds(30) }),
  '2fa-app': (id) => ({ type: 'two_factor', id, ...code, platform: 'app' }),
  '2fa-sms': (id) => ({ type: 'two_factor', id, ...code, platform: 'sms', resendAt: inSeconds(30) }),
  'otp-or-in-app': (id) => ({ type: 'otp_or_in_app', id, ...code, channel: 'email' }),
  'in-app': (id) => ({ type: 'in_app', id, resendAt: inSeconds(30) }),
  phone: (id) => ({ type: 'phone', id }),
  captcha: (id) => ({ type: 'captcha', id, publicKey: null, data: altchaChallenge }),
  contract: (id) => ({
    type: 'contract',
    id,
    options: [
      { id: 'recruiter', label: 'Recruiter Corporate' },
      { id: 'sales', label: 'Sales Navigator Advanced' },
    ],
  }),
  challenge: (id) => ({
    type: 'challenge',
    id,
    options: [
      { id: 'sms', label: 'Text message', description: 'To the number that ends in 42' },
      { id: 'email', label: 'Email', description: 'To a•••@example.com' },
    ],
  }),
  qr: (id) => ({
    type: 'qr',
    id,
    qrcode: 'https://example.com/link#4f7d2c90a1b35e68',
    shownAt: inSeconds(0),
    expiresAt: inSeconds(60),
    round: 1,
  }),
}

/**
 * Sign-in names are scripts, as in the real sandbox: `captcha+otp@sandbox.test`, `in-app+duplicate@…`. Any
 * other name gets a code. The password `wrong` is wrong.
 */
export function browserSandbox(): BrowserSandbox {
  const listeners = new Set<() => void>()
  let waiting: string[] = []
  let end: 'linked' | 'duplicate' | 'restricted' = 'linked'
  let provider = 'linkedin'
  let count = 0
  let item: PhoneItem | undefined

  function show(next: PhoneItem | undefined) {
    item = next
    for (const listener of listeners) listener()
  }

  /** The next checkpoint of the script, or its end. The phone shows what belongs to it. */
  function next(): Step {
    const name = waiting.shift()
    const checkpoint = name === undefined ? undefined : checkpoints[name]?.(`${name}-${++count}`)
    show(checkpoint && itemFor(checkpoint))
    return checkpoint ?? outcome()
  }

  function outcome(): Outcome {
    if (end === 'restricted') return { type: 'restricted', reason: 'The account is locked.' }
    const account = { ...sampleAccount, provider }
    return end === 'duplicate' ? { type: 'duplicate', account } : { type: 'linked', account }
  }

  function itemFor({ type }: Checkpoint): PhoneItem | undefined {
    const pass = (label: string) => ({ label, run: () => transport.push(next()) })
    const decline = {
      label: 'Decline',
      run() {
        show(undefined)
        transport.push({ type: 'failed', error: { code: 'approval_declined' }, retryable: true })
      },
    }
    switch (type) {
      case 'otp':
      case 'two_factor':
        return { text: `Your code is ${CODE}.`, actions: [] }
      case 'otp_or_in_app':
        return {
          text: `Your code is ${CODE}. You can also approve the sign-in here.`,
          actions: [pass('Approve'), decline],
        }
      case 'in_app':
        return { text: 'Are you trying to sign in?', actions: [pass('Approve'), decline] }
      case 'qr':
        return { text: 'The camera is open.', actions: [pass('Scan the code')] }
      default:
        return undefined
    }
  }

  async function later(step: () => Step | ConnectError): Promise<Step | ConnectError> {
    await new Promise((resolve) => setTimeout(resolve, LATENCY_MS))
    return step()
  }

  const transport = scriptedTransport({
    providers,
    start: ({ provider: chosen, method, credentials }) =>
      later(() => {
        const { username, user, password } = credentials?.reveal() ?? {}
        if (password === 'wrong') return new ConnectError('invalid_credentials')
        provider = chosen
        const script =
          method === 'qr' ? ['qr'] : (username ?? user ?? '').split(/[.@]/, 1).join('').split('+')
        end = script.find((name) => name === 'duplicate' || name === 'restricted') ?? 'linked'
        waiting = script.filter((name) => name in checkpoints)
        if (waiting.length === 0 && end === 'linked' && !script.includes('plain')) waiting = ['otp']
        return next()
      }),
    solve: (answer, step) =>
      later(() =>
        'format' in step && answer !== CODE ? { ...step, error: { code: 'invalid_code' } } : next(),
      ),
    resend: (step) => later(() => ('resendAt' in step ? { ...step, resendAt: inSeconds(30) } : step)),
    challenge: (chosen, step) =>
      later(() => {
        if (step.type === 'qr') return { ...step, shownAt: inSeconds(0), expiresAt: inSeconds(60) }
        waiting.unshift(chosen === undefined ? 'challenge' : chosen === 'sms' ? '2fa-sms' : 'otp')
        return next()
      }),
    cancel() {
      show(undefined)
      return { type: 'canceled' }
    },
  })

  return {
    transport,
    phone: {
      subscribe(onChange) {
        listeners.add(onChange)
        return () => listeners.delete(onChange)
      },
      read: () => item,
    },
  }
}
