import { randomUUID } from 'node:crypto'
import { Pool } from 'undici'
import * as v from 'valibot'
import { percentile } from '../percentile.ts'

const walkSchema = v.object({
  url: v.string(),
  /** Which wire is used: the handler's, with these users' tokens, or Unipile's to a forwarder. */
  tokens: v.optional(v.array(v.string())),
  connections: v.number(),
  seconds: v.number(),
})

export const walkResultSchema = v.object({
  requests: v.number(),
  seconds: v.number(),
  /** Milliseconds. */
  p50: v.number(),
  p99: v.number(),
})

export type Post = (path: string, body: object, headers?: Record<string, string>) => Promise<unknown>

const intentSchema = v.object({
  id: v.string(),
  step: v.looseObject({ type: v.string(), id: v.optional(v.string()) }),
})
const checkpointSchema = v.object({ intent_id: v.string() })
const accountSchema = v.object({ object: v.literal('Account') })

/** Each connection starts and solves in a loop; every response is checked. */
export async function walk(input: unknown): Promise<v.InferOutput<typeof walkResultSchema>> {
  const { url, tokens, connections, seconds } = v.parse(walkSchema, input)
  const pool = new Pool(url, { connections })
  const latencies: number[] = []
  const post = postTo(pool, (took) => latencies.push(took))
  const startedAt = performance.now()
  const end = startedAt + seconds * 1000
  let pairs = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const token = tokens?.[pairs++ % tokens.length]
        await (token ? walkHandler(post, token) : walkForwarder(post))
      }
    }),
  )
  const took = (performance.now() - startedAt) / 1000
  await pool.close()
  const sorted = latencies.sort((a, b) => a - b)
  return {
    requests: sorted.length,
    seconds: took,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
  }
}

/** @param onEnd Gets the milliseconds of each request. */
export function postTo(pool: Pool, onEnd?: (took: number) => void): Post {
  return async (path, body, headers) => {
    const start = performance.now()
    const answer = await pool.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    const text = await answer.body.text()
    onEnd?.(performance.now() - start)
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${text}`)
    return JSON.parse(text)
  }
}

/** Starts an intent and solves it. */
export async function walkHandler(post: Post, token: string) {
  const authorization = `Bearer ${token}`
  const started = v.parse(
    intentSchema,
    await post(
      '/connect/intents',
      {
        provider: 'linkedin',
        method: 'credentials',
        credentials: { username: 'anna@bench.test', password: 'secret' },
      },
      { authorization, 'idempotency-key': randomUUID() },
    ),
  )
  const solved = v.parse(
    intentSchema,
    await post(
      `/connect/intents/${started.id}/solve`,
      { checkpoint: started.step.id, answer: '123456' },
      { authorization },
    ),
  )
  if (solved.step.type !== 'linked') throw new Error(`Not linked: ${JSON.stringify(solved)}`)
}

async function walkForwarder(post: Post) {
  const row = randomUUID()
  const { intent_id } = v.parse(
    checkpointSchema,
    await post(`/v2/auth/intent?row=${row}`, {
      provider: 'linkedin',
      credentials: { username: 'anna@bench.test', password: 'secret' },
    }),
  )
  v.parse(accountSchema, await post(`/v2/auth/checkpoint?row=${row}`, { intent_id, code: '123456' }))
}
