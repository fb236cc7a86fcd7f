import {
  type Checkpoint,
  type ConnectTransport,
  type Intent,
  isOutcome,
  type Outcome,
  Secret,
  type StartInput,
} from '@connect-account/core/protocol'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { passConsent } from './consent.ts'
import type { Phone } from './phone.ts'
import { type Way, wayIn } from './ways.ts'

export interface Walk {
  readonly client: ConnectTransport
  readonly phone: Phone
  readonly way: Way
  /** The persona who signs in: `otp.anna@sandbox.test`. */
  readonly persona: string
  readonly accountId?: string
  /** Leaves the walk at this checkpoint instead of passing it. */
  readonly stopAt?: Checkpoint['type']
}

let keys = 0

/** Starts an intent and passes every checkpoint as a user would, to its end or to `stopAt`. */
export async function walk({ client, phone, way, persona, accountId, stopAt }: Walk): Promise<Walked> {
  const input: StartInput = {
    provider: way.provider,
    method: way.method,
    idempotencyKey: `walk-${++keys}`,
    ...wayIn(way, persona),
    ...(accountId !== undefined && { accountId }),
  }
  const passed: Checkpoint['type'][] = []
  let intent = await client.startIntent(input)
  while (!isOutcome(intent.step)) {
    const checkpoint = intent.step
    if (checkpoint.type !== 'loading' || passed.at(-1) !== 'loading') passed.push(checkpoint.type)
    if (checkpoint.type === stopAt) return { intent, passed }
    intent = await pass({ client, phone, persona, intent, checkpoint })
  }
  return { intent, passed, outcome: intent.step }
}

export interface Walked {
  readonly intent: Intent
  readonly passed: readonly Checkpoint['type'][]
  readonly outcome?: Outcome
}

export interface Passing {
  readonly client: ConnectTransport
  readonly phone: Phone
  readonly persona: string
  readonly intent: Intent
  readonly checkpoint: Checkpoint
}

/** Passes one checkpoint, and answers the intent as it stands then. */
export async function pass({ client, phone, persona, intent, checkpoint }: Passing): Promise<Intent> {
  switch (checkpoint.type) {
    case 'otp':
    case 'otp_or_in_app':
    case 'two_factor':
    case 'phone':
    case 'captcha':
    case 'contract': {
      const answer = new Secret(await answerTo(checkpoint, persona, phone))
      return client.solve(intent.id, { checkpoint: checkpoint.id, answer })
    }
    case 'in_app':
      await phone.approve(persona, true)
      return next(client, intent)
    case 'challenge':
      return client.challenge(intent.id, checkpoint.options[0]?.id)
    case 'qr':
      await phone.scan(checkpoint.qrcode, persona)
      return next(client, intent)
    case 'oauth':
      await passConsent(checkpoint.url, persona, 'allow')
      return next(client, intent)
    case 'loading':
      return next(client, intent)
    case 'unsupported':
      throw new Error(`Nobody can pass ${checkpoint.name}.`)
    default:
      return checkpoint satisfies never
  }
}

/** What `persona` gives where something is to be typed, chosen or solved; throws where nothing is. */
export async function answerTo(checkpoint: Checkpoint, persona: string, phone: Phone): Promise<string> {
  switch (checkpoint.type) {
    case 'otp':
    case 'otp_or_in_app':
      return phone.code(persona)
    case 'two_factor':
      if (persona.startsWith('twofa')) return 'my two-step password'
      return checkpoint.platform === 'app' ? phone.totp(persona) : phone.code(persona)
    case 'phone':
      return '+33612345678'
    case 'captcha':
      return proofOfWork(checkpoint.data ?? '')
    case 'contract':
    case 'challenge':
      return checkpoint.options[0]?.id ?? ''
    default:
      throw new Error(`Nothing is answered at ${checkpoint.type}.`)
  }
}

/** The next revision after `intent`, as the event stream tells it. */
export function next(client: ConnectTransport, intent: Intent): Promise<Intent> {
  return new Promise((resolve, reject) => {
    const stop = client.watch(intent.id, {
      onIntent(news) {
        if (news.revision <= intent.revision) return
        stop()
        resolve(news)
      },
      onError(error) {
        stop()
        reject(error)
      },
    })
  })
}

/** What the captcha's page does in the browser (ALTCHA: a hidden counter to find). */
async function proofOfWork(data: string): Promise<string> {
  const challenge = JSON.parse(data)
  const solution = await solveChallenge({ challenge, deriveKey })
  return btoa(JSON.stringify({ challenge, solution }))
}
