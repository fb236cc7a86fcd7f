import { readIntent } from '@connect-account/core/protocol'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConnectHandler } from '../src/index.ts'
import { readEvents } from './event-reader.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'

let host: TestHost
let other: ConnectHandler

beforeAll(async () => {
  host = await startTestHost()
  other = await host.another()
})
afterAll(() => host.close())
beforeEach(() => host.reset())

/** Reads a stream as a browser would; `next` returns the next event, or `undefined` at the stream's end. */
async function open(id: string, { on = host.handler, after }: { on?: ConnectHandler; after?: number } = {}) {
  const leaving = new AbortController()
  const authorization = `Bearer ${await on.mintSession({ userId: 'anna' })}`
  const response = await on.fetch(
    new Request(`http://host.test/connect/intents/${id}/events`, {
      headers: { authorization, ...(after === undefined ? {} : { 'last-event-id': String(after) }) },
      signal: leaving.signal,
    }),
  )
  const events = readEvents(response)
  return {
    response,
    leave: () => leaving.abort(),
    comments: events.comments,
    async next() {
      const event = await events.next()
      if (!event) return undefined
      const intent = readIntent(event.data)
      expect(event).toMatchObject({ event: 'intent', id: String(intent.revision) })
      return intent
    },
  }
}

test('sends the intent at once, each change on any instance, and the outcome', async () => {
  const replies = [
    answers.checkpoint('OTP'),
    answers.checkpoint('2FA', { platform: 'APP' }),
    answers.account('acc_1'),
  ]
  host.upstream.script = () => replies.shift() ?? 'reset'
  const anna = host.as('anna')
  const otp = await anna.start()
  const here = await open(otp.id)
  const there = await open(otp.id, { on: other })
  expect(here.response.headers.get('content-type')).toContain('text/event-stream')
  expect(here.response.headers.get('cache-control')).toBe('no-store, no-transform')
  expect(here.response.headers.get('x-accel-buffering')).toBe('no')
  expect((await here.next())?.step).toEqual(otp.step)
  expect((await there.next())?.step).toEqual(otp.step)
  const app = await anna.solve(otp, '1')
  expect((await here.next())?.step).toEqual(app.step)
  expect((await there.next())?.step).toEqual(app.step)
  await anna.solve(app, '2')
  for (const stream of [here, there]) {
    expect((await stream.next())?.step.type).toBe('linked')
    expect(await stream.next()).toBeUndefined()
  }
})

test('resumes after the revision that the reader has', async () => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const anna = host.as('anna')
  const otp = await anna.start()
  const current = await open(otp.id, { after: otp.revision })
  const behind = await open(otp.id, { after: otp.revision - 1 })
  expect((await behind.next())?.revision).toBe(otp.revision)
  const canceled = await anna.intent('DELETE', `/intents/${otp.id}`)
  expect((await current.next())?.revision).toBe(canceled.revision)
  const late = await open(otp.id, { after: canceled.revision })
  expect(await late.next()).toBeUndefined()
})

test('sends heartbeats while nothing happens', async () => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const otp = await host.as('anna').start()
  const stream = await open(otp.id)
  await stream.next()
  const waiting = stream.next()
  await expect.poll(() => stream.comments()).toBeGreaterThan(2)
  stream.leave()
  expect(await waiting).toBeUndefined()
})

test('ends when the handler closes', async () => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const third = await host.another()
  const otp = await host.as('anna').start()
  const stream = await open(otp.id, { on: third })
  await stream.next()
  await third.close()
  expect(await stream.next()).toBeUndefined()
  const refused = await third.fetch(new Request('http://host.test/connect/providers'))
  expect(refused.status).toBeGreaterThanOrEqual(500)
})
