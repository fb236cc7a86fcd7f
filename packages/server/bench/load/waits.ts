import { once } from 'node:events'
import { Agent, type ClientRequest, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'undici'
import * as v from 'valibot'

const openSchema = v.object({
  /** Where the intents are started. */
  startUrl: v.string(),
  /** Where their streams are opened. */
  streamUrl: v.string(),
  tokens: v.array(v.string()),
  count: v.number(),
})

const approveSchema = v.object({ upstreamUrl: v.string(), count: v.number(), perSecond: v.number() })

const intentSchema = v.object({ id: v.string(), step: v.looseObject({ type: v.literal('in_app') }) })

/** How many are opened at a time. */
const OPENING = 20

interface OpenStream {
  readonly name: string
  readonly request: ClientRequest
  /** When the event of the end was read, by `performance.now()`. */
  readonly linked: Promise<number>
}

const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
const streams: OpenStream[] = []
let last = 0

/** Starts intents that await an approval, and opens the event stream of each. */
export async function openWaits(input: unknown): Promise<void> {
  const { startUrl, streamUrl, tokens, count } = v.parse(openSchema, input)
  const pool = new Pool(startUrl, { connections: OPENING })
  let opened = 0
  await Promise.all(
    Array.from({ length: OPENING }, async () => {
      while (opened < count) {
        const token = tokens[opened++ % tokens.length] ?? ''
        const name = `wait-${++last}@bench.test`
        const answer = await pool.request({
          method: 'POST',
          path: '/connect/intents',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({
            provider: 'linkedin',
            method: 'credentials',
            credentials: { username: name, password: 'secret' },
          }),
        })
        const { id } = v.parse(intentSchema, await answer.body.json())
        streams.push(await openStream(`${streamUrl}/connect/intents/${id}/events`, token, name))
      }
    }),
  )
  await pool.close()
}

async function openStream(url: string, token: string, name: string): Promise<OpenStream> {
  const request = get(url, { agent, headers: { authorization: `Bearer ${token}` } })
  request.on('error', () => {})
  const [response] = await once(request, 'response')
  response.setEncoding('utf8')
  let text = ''
  let waits = () => {}
  const waiting = new Promise<void>((resolve) => {
    waits = resolve
  })
  const linked = new Promise<number>((resolve) => {
    response.on('data', (part: string) => {
      text += part
      if (text.includes('"in_app"')) waits()
      if (text.includes('"linked"')) resolve(performance.now())
    })
  })
  await waiting
  return { name, request, linked }
}

/**
 * Approves this many of the open waits, at this pace. Returns the milliseconds from each approval to its
 * event.
 */
export async function approve(input: unknown): Promise<number[]> {
  const { upstreamUrl, count, perSecond } = v.parse(approveSchema, input)
  const pool = new Pool(upstreamUrl)
  const startedAt = performance.now()
  const chosen = streams.splice(0, count)
  const latencies = await Promise.all(
    chosen.map(async ({ name, linked }, index) => {
      await sleep(Math.max(0, startedAt + (index * 1000) / perSecond - performance.now()))
      const asked = performance.now()
      const answer = await pool.request({ method: 'POST', path: '/approve', body: JSON.stringify({ name }) })
      await answer.body.dump()
      if (answer.statusCode !== 204) throw new Error(`No wait for ${name} is open.`)
      return (await linked) - asked
    }),
  )
  await pool.close()
  return latencies
}

export function closeStreams(): void {
  for (const { request } of streams.splice(0)) request.destroy()
  agent.destroy()
}
