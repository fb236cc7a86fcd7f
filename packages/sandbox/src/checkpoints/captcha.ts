import { createHmac } from 'node:crypto'
import { createChallenge, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import * as v from 'valibot'
import type { Runtime } from '../state/runtime.ts'
import type { PositionAt } from '../state/state.ts'
import { refusals } from '../wire/wire-error.ts'
import { type AnswerResult, checkpoint, type OpenCheckpoint } from './checkpoint.ts'

/**
 * The work of one captcha: a key derivation of `COST` rounds for each number from 0 to the hidden one. A browser needs well
 * under a second.
 */
const COST = 1000
const HIDDEN_MIN = 60
const HIDDEN_MAX = 120

const payloadSchema = v.object({
  challenge: v.object({
    parameters: v.looseObject({
      algorithm: v.string(),
      nonce: v.string(),
      salt: v.string(),
      cost: v.number(),
      keyLength: v.number(),
      keyPrefix: v.string(),
    }),
    signature: v.string(),
  }),
  solution: v.looseObject({ counter: v.number(), derivedKey: v.string() }),
})

/**
 * A proof of work (ALTCHA, version 2). `data` is the challenge as JSON; the answer is Base64 of the JSON
 * `{challenge, solution}`. A wrong answer keeps the challenge and an expired challenge is replaced. An empty answer returns
 * the current challenge; `checkpoint/request` returns a new one.
 */
export const captchaCheckpoint: OpenCheckpoint<PositionAt<'captcha'>> = (runtime, intent, position) => ({
  async show() {
    if (position.challenge === null) {
      const challenge = await makeChallenge(runtime)
      position.challenge ??= challenge
    }
    return checkpoint({ type: 'CAPTCHA', public_key: 'sandbox', data: position.challenge })
  },

  poll() {
    if (runtime.now() >= position.expiresAt) intent.position = newCaptcha(runtime)
    return 'stays'
  },

  async answer(code): Promise<AnswerResult> {
    if (runtime.now() >= position.expiresAt) {
      intent.position = newCaptcha(runtime)
      throw refusals.wrongCode('The captcha has expired. Solve the new one.')
    }
    if (!(await isSolved(runtime, position, code))) throw refusals.wrongCode('The captcha is not solved.')
    return 'passed'
  },

  requestChallenge(challenge) {
    if (challenge !== undefined) throw refusals.notAllowed('A captcha has no challenges to choose from.')
    intent.position = newCaptcha(runtime)
  },
})

export function newCaptcha(runtime: Runtime): PositionAt<'captcha'> {
  return { at: 'captcha', challenge: null, expiresAt: runtime.now() + runtime.timings.captchaSeconds * 1000 }
}

async function makeChallenge(runtime: Runtime): Promise<string> {
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(HIDDEN_MAX, HIDDEN_MIN),
    deriveKey,
    ...hmacSecrets(runtime),
  })
  return JSON.stringify(challenge)
}

/** Returns whether `code` solves the challenge of this intent. */
async function isSolved(runtime: Runtime, position: PositionAt<'captcha'>, code: string): Promise<boolean> {
  const payload = v.safeParse(payloadSchema, decode(code))
  if (!payload.success || position.challenge === null) return false
  const { challenge, solution } = payload.output
  const issued: unknown = JSON.parse(position.challenge)
  const sameChallenge = v.is(v.looseObject({ signature: v.literal(challenge.signature) }), issued)
  if (!sameChallenge) return false
  try {
    return (await verifySolution({ challenge, solution, deriveKey, ...hmacSecrets(runtime) })).verified
  } catch {
    return false
  }
}

function decode(code: string): unknown {
  try {
    return JSON.parse(Buffer.from(code, 'base64').toString('utf8'))
  } catch {
    return undefined
  }
}

function hmacSecrets({ apiKey }: Runtime) {
  const secret = (use: string) => createHmac('sha256', apiKey).update(`captcha ${use}`).digest('hex')
  return { hmacSignatureSecret: secret('challenge'), hmacKeySignatureSecret: secret('key') }
}
