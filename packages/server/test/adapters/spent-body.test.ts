import type { IncomingMessage } from 'node:http'
import express, { type RequestHandler } from 'express'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toExpress } from '../../src/adapters/express.ts'
import { toHono } from '../../src/adapters/hono.ts'
import { linkedin, webhookSecret } from '../fixtures.ts'
import { answers } from '../scripted-upstream.ts'
import { readProblem, startTestHost, type TestHost } from '../test-host.ts'
import { listening } from './mounted-host.ts'
import { signedWebhook } from './smoke.ts'

let host: TestHost

beforeAll(async () => {
  host = await startTestHost()
  host.upstream.script = () => answers.checkpoint('OTP')
})
afterAll(() => host.close())

const webhook = signedWebhook('{ "id":  "evt_1", "type": "account.unheard_of" }', webhookSecret)

async function start(): Promise<RequestInit> {
  return {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await host.handler.mintSession({ userId: 'anna' })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(linkedin()),
  }
}

/** Runs with the handler mounted in an Express app, behind `parser`. */
async function behind(parser: RequestHandler, run: (baseUrl: string) => Promise<void>): Promise<void> {
  const app = express().use(parser).use('/connect', toExpress(host.handler))
  const { url, stop } = await listening(app.listen(0))
  try {
    await run(`${url}/connect`)
  } finally {
    await stop()
  }
}

const blamed = {
  httpStatus: 500,
  code: 'invalid_setting',
  detail: expect.stringContaining('Mount Connect Account before body parsers such as express.json()'),
}

test('a body that Express has parsed before is refused, and the host gets a log line', async () => {
  await behind(express.json(), async (baseUrl) => {
    expect(await readProblem(await fetch(`${baseUrl}/intents`, await start()))).toMatchObject(blamed)
    expect(await readProblem(await fetch(`${baseUrl}/webhooks/unipile`, webhook))).toMatchObject(blamed)
    const { headers = {} } = await start()
    expect((await fetch(`${baseUrl}/providers`, { headers })).status).toBe(200)
  })
  expect(host.log.filter((line) => line.includes('before body parsers'))).toHaveLength(2)
})

test('a parser that keeps the bytes does no harm', async () => {
  const verify = (request: IncomingMessage & { rawBody?: Buffer }, _response: unknown, bytes: Buffer) => {
    request.rawBody = bytes
  }
  await behind(express.json({ verify }), async (baseUrl) => {
    expect((await fetch(`${baseUrl}/intents`, await start())).status).toBe(201)
    expect((await fetch(`${baseUrl}/webhooks/unipile`, webhook)).status).toBe(200)
  })
})

test("a body that Hono's middleware has read before is refused", async () => {
  const app = new Hono()
  app.use(async (c, next) => {
    await c.req.text()
    await next()
  })
  app.all('/connect/*', toHono(host.handler))
  expect(await readProblem(await app.request('/connect/intents', await start()))).toMatchObject(blamed)
  expect(await readProblem(await app.request('/connect/webhooks/unipile', webhook))).toMatchObject(blamed)
})
