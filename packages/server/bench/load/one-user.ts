import { once } from 'node:events'
import { Agent, type ClientRequest, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'undici'
import * as v from 'valibot'
import { postTo, walkHandler } from './walk.ts'

const attackSchema = v.object({
  url: v.string(),
  token: v.string(),
  /** How many streams are asked for, and over how many seconds. */
  streams: v.number(),
  seconds: v.number(),
  /** How many times the account is renamed meanwhile. */
  changes: v.number(),
})

export const attackResultSchema = v.object({
  /** Streams that got a response, those that were refused, and those that are still open. */
  opened: v.number(),
  refused: v.number(),
  open: v.number(),
})

const readSchema = v.object({ url: v.string(), token: v.string(), seconds: v.number() })
const accountsSchema = v.object({ accounts: v.array(v.object({ id: v.string() })) })

/** Between two reads of the bystander, in milliseconds. */
const READ_PAUSE = 5

const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
const requests = new Set<ClientRequest>()

/** One user asks for this many event streams of their accounts, holds them, and makes changes meanwhile. */
export async function attackWithStreams(input: unknown): Promise<v.InferOutput<typeof attackResultSchema>> {
  const { url, token, streams, seconds, changes } = v.parse(attackSchema, input)
  const pool = new Pool(url)
  const headers = { authorization: `Bearer ${token}` }
  await walkHandler(postTo(pool), token)
  const listed = await pool.request({ method: 'GET', path: '/connect/accounts', headers })
  const [account] = v.parse(accountsSchema, await listed.body.json()).accounts
  let opened = 0
  let refused = 0
  const startedAt = performance.now()

  async function openStreams() {
    const opening: Promise<void>[] = []
    for (let count = 0; count < streams; count++) {
      await sleep(Math.max(0, startedAt + (count * seconds * 1000) / streams - performance.now()))
      opening.push(openStream())
    }
    await Promise.all(opening)
  }

  async function openStream() {
    const request = get(`${url}/connect/accounts/events`, { agent, headers })
    requests.add(request)
    request.on('close', () => requests.delete(request))
    request.on('error', () => {})
    const [response] = await once(request, 'response')
    if (response.statusCode === 200) opened++
    else refused++
    response.resume()
  }

  async function change() {
    for (let count = 0; count < changes; count++) {
      await sleep(Math.max(0, startedAt + ((count + 0.5) * seconds * 1000) / changes - performance.now()))
      const response = await pool.request({
        method: 'PATCH',
        path: `/connect/accounts/${account?.id}`,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ name: `Name ${count}` }),
      })
      const text = await response.body.text()
      if (response.statusCode !== 200) throw new Error(`Change ${count}: ${response.statusCode} ${text}`)
    }
  }

  await Promise.all([openStreams(), change()])
  await pool.close()
  return { opened, refused, open: requests.size }
}

export function endAttack(): void {
  for (const request of requests) request.destroy()
  agent.destroy()
}

/** Another user reads their accounts, one read after the other. Returns the milliseconds of each. */
export async function readAccounts(input: unknown): Promise<number[]> {
  const { url, token, seconds } = v.parse(readSchema, input)
  const pool = new Pool(url, { connections: 1 })
  const headers = { authorization: `Bearer ${token}` }
  const latencies: number[] = []
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    const start = performance.now()
    const response = await pool.request({ method: 'GET', path: '/connect/accounts', headers })
    await response.body.dump()
    latencies.push(performance.now() - start)
    if (response.statusCode !== 200) throw new Error(`The bystander got ${response.statusCode}.`)
    await sleep(READ_PAUSE)
  }
  await pool.close()
  return latencies
}
