import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorForLog } from '../../src/log/error-for-log.ts'
import { knownLogMembers } from '../../src/log/known-log-members.ts'
import { readEvents } from '../event-reader.ts'
import { linkedin } from '../fixtures.ts'
import { answers } from '../scripted-upstream.ts'
import { readProblem, startTestHost, type TestHost } from '../test-host.ts'
import { added, deliver } from '../webhook-delivery.ts'

const token = 'a token for Prometheus'.replaceAll(' ', '-')

let host: TestHost
const lines: { level: string; members: object; message: string }[] = []
const write = (level: string) => (members: object, message: string) =>
  void lines.push({ level, members, message })

beforeAll(async () => {
  host = await startTestHost({
    metrics: { token },
    logger: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
  })
}, 60_000)
afterAll(() => host.close())
beforeEach(async () => {
  await host.reset()
  lines.length = 0
})

const get = (path: string, headers: Record<string, string> = {}) =>
  host.handler.fetch(new Request(`http://host.test/connect${path}`, { headers }))

describe('probes', () => {
  test('report that it is alive and ready', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' })
    const ready = await get('/readyz')
    expect(ready.status).toBe(200)
    expect(await ready.json()).toEqual({
      status: 'ready',
      checks: { database: true, listener: true, open: true },
    })
  })
})

describe('numbers for Prometheus', () => {
  const numbers = async () => (await get('/metrics', { authorization: `Bearer ${token}` })).text()
  const numberAt = (text: string, line: string) =>
    Number(
      text
        .split('\n')
        .find((one) => one.startsWith(line))
        ?.split(' ')
        .at(-1) ?? 0,
    )

  test('are only for callers with the token', async () => {
    for (const headers of [{}, { authorization: 'Bearer another-token' }]) {
      expect(await readProblem(await get('/metrics', headers))).toMatchObject({ httpStatus: 401 })
    }
    const response = await get('/metrics', { authorization: `Bearer ${token}` })
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  })

  test('are not served unless they are set', async () => {
    const bare = await startTestHost()
    const request = new Request('http://host.test/connect/metrics', {
      headers: { authorization: `Bearer ${token}` },
    })
    expect((await bare.handler.fetch(request)).status).toBe(404)
    await bare.close()
  })

  test('count intents once, requests by route, streams while they are open, webhooks, and name no user', async () => {
    const started = 'connect_intents_started_total{provider="linkedin"}'
    const linked = 'connect_intents_ended_total{provider="linkedin",outcome="linked"}'
    const canceled = 'connect_intents_ended_total{provider="linkedin",outcome="canceled"}'
    const before = await numbers()
    host.upstream.script = () => answers.checkpoint('OTP')
    const anna = host.as('anna-who-is-secret')
    const one = await anna.start(linkedin(), 'key')
    await anna.start(linkedin(), 'key')
    const stream = readEvents(await anna.send('GET', `/intents/${one.id}/events`))
    await stream.next()
    expect(numberAt(await numbers(), 'connect_streams_open')).toBe(
      numberAt(before, 'connect_streams_open') + 1,
    )
    await anna.intent('DELETE', `/intents/${one.id}`)
    await anna.intent('DELETE', `/intents/${one.id}`)
    while (await stream.next());
    host.upstream.script = () => answers.account('acc_1')
    const two = await anna.start(linkedin('b@example.com'))
    await deliver(host, await added(host, two.id))

    await vi.waitFor(async () => {
      const after = await numbers()
      expect(numberAt(after, started) - numberAt(before, started)).toBe(2)
      expect(numberAt(after, linked) - numberAt(before, linked)).toBe(1)
      expect(numberAt(after, canceled) - numberAt(before, canceled)).toBe(1)
      expect(numberAt(after, 'connect_streams_open')).toBe(numberAt(before, 'connect_streams_open'))
      expect(numberAt(after, 'connect_waits_open')).toBe(0)
      expect(after).toContain('connect_http_duration_count')
      expect(after).toContain('http_route="/connect/intents/:id/events"')
      expect(after).toContain('connect_webhooks_lag_count{type="account.add"}')
      expect(after).toContain('operation="start"')
      for (const secret of ['anna-who-is-secret', one.id, two.id, 'acc_1', 'example.com']) {
        expect(after).not.toContain(secret)
      }
    }, 20_000)
  })
})

describe('the log', () => {
  test('has a line per request, at debug, with the pattern of its route and an id that the response carries', async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const { id } = await host.as('anna').start()
    const response = await host.as('anna').send('GET', `/intents/${id}?secret=1`, undefined, {
      'x-request-id': 'caller-id-1',
    })
    expect(response.headers.get('x-request-id')).toBe('caller-id-1')
    const line = lines.find(({ members }) => 'requestId' in members && members.requestId === 'caller-id-1')
    expect(line).toEqual({
      level: 'debug',
      message: 'Request',
      members: {
        requestId: 'caller-id-1',
        method: 'GET',
        route: '/connect/intents/:id',
        status: 200,
        durationMs: expect.any(Number),
      },
    })
    expect(JSON.stringify(lines)).not.toContain('secret=1')
  })

  test('accepts no id of a caller that is not safe to log', async () => {
    const response = await get('/healthz', { 'x-request-id': 'a b"c' })
    expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  })

  test('names Unipile’s request beside ours if Unipile failed', async () => {
    host.upstream.script = () => answers.error(500, 'api/internal_error', { req_id: 'unipile-7' })
    const response = await host.as('anna').send('POST', '/intents', linkedin())
    const failed = lines.find(({ message }) => message === 'A request failed')
    expect(failed?.members).toMatchObject({ requestId: response.headers.get('x-request-id') })
    expect(JSON.stringify(failed)).toContain('unipile-7')
  })

  test('drops every member that is not on the list or is of another kind', () => {
    const written: object[] = []
    const take = (members: object) => void written.push(members)
    const logger = knownLogMembers({ info: take, warn: take, error: take })
    const cause = new Error('quotes a password')
    const given = {
      intent: 'i1',
      status: 'a password',
      password: 'pass-word-1',
      code: { nested: 'pass-word-1' },
      err: { ...errorForLog(new TypeError('pass-word-1', { cause })), body: 'pass-word-1' },
    }
    const untyped: object = given
    logger.error(untyped, 'message')
    expect(written).toEqual([
      {
        intent: 'i1',
        err: {
          name: 'TypeError',
          at: expect.any(Array),
          cause: { name: 'Error', at: expect.any(Array) },
        },
      },
    ])
    expect(JSON.stringify(written)).not.toContain('pass')
    expect(logger.debug).toBeUndefined()
  })
})
