import {
  type Checkpoint,
  type ConnectTransport,
  type Intent,
  isOutcome,
  type Outcome,
  Secret,
  type StartInput,
} from '@connect-account/core/protocol'
import { answerCheckpoint, type SandboxPhone } from '@connect-account/sandbox/testing'
import { credentialsFor, type ProviderMethod } from './provider-methods.ts'

export interface Walk {
  readonly client: ConnectTransport
  readonly phone: SandboxPhone
  readonly method: ProviderMethod
  /** The persona who signs in: `otp.anna@sandbox.test`. */
  readonly persona: string
  readonly accountId?: string
  /** Stops at this checkpoint instead of passing it. */
  readonly stopAt?: Checkpoint['type']
}

let keys = 0

/** Starts an intent and passes every checkpoint as a user would, until its outcome or `stopAt`. */
export async function walk({ client, phone, method, persona, accountId, stopAt }: Walk): Promise<Walked> {
  const input: StartInput = {
    ...method,
    idempotencyKey: `walk-${++keys}`,
    ...credentialsFor(method, persona),
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
  readonly phone: SandboxPhone
  readonly persona: string
  readonly intent: Intent
  readonly checkpoint: Checkpoint
}

/** Passes one checkpoint. Returns the intent after it. */
export async function pass({ client, phone, persona, intent, checkpoint }: Passing): Promise<Intent> {
  const answer = await answerCheckpoint(checkpoint, { phone, signInName: persona })
  if (answer === undefined) return next(client, intent)
  if (checkpoint.type === 'consent') return client.confirmReturn(intent.id, answer)
  if (checkpoint.type === 'challenge') return client.challenge(intent.id, answer)
  return client.solve(intent.id, { checkpoint: checkpoint.id, answer: new Secret(answer) })
}

/** Resolves with the next revision after `intent` that the event stream reports. */
export function next(client: ConnectTransport, intent: Intent): Promise<Intent> {
  return new Promise((resolve, reject) => {
    const stop = client.watch(intent.id, {
      onIntent(update) {
        if (update.revision <= intent.revision) return
        stop()
        resolve(update)
      },
      onError(error) {
        stop()
        reject(error)
      },
    })
  })
}
