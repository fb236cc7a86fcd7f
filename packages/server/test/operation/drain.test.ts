import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { readIntent } from '@connect-account/core/protocol'
import { PGlite } from '@electric-sql/pglite'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { readEvents } from '../event-reader.ts'
import { linkedin, whatsapp } from '../fixtures.ts'
import { answers, type Reply, startScriptedUpstream } from '../scripted-upstream.ts'
import { readProblem, startTestHost, type TestHost } from '../test-host.ts'

const held = (signal: AbortSignal) => once(signal, 'abort').then((): Reply => 'never')

let host: TestHost
beforeAll(async () => {
  // An instance that stopped responding would keep its lease for an hour.
  host = await startTestHost({ timings: { leaseMs: 3_600_000, closeGraceMs: 10_000, waitTimeoutMs: 60_000 } })
}, 60_000)
afterAll(() => host.close())
beforeEach(() => host.reset())

function deferred<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve: (value: T) => resolve(value) }
}

const get = (handler: TestHost['handler'], path: string) =>
  handler.fetch(new Request(`http://host.test/connect${path}`))

test('another instance takes over the waits of a closing one at once', async () => {
  const closing = await host.another()
  let scanned = false
  host.upstream.script = ({ path }, signal) => {
    if (path === '/v2/auth/intent') return answers.qr('one')
    return scanned ? answers.account('acc_1') : held(signal)
  }
  const { id } = await host.as('anna', { on: closing }).start(whatsapp)
  await expect.poll(() => host.upstream.calls).toHaveLength(2)
  const [before] = await host.database.query('select lease_owner from connect_intents')
  scanned = true
  const startedAt = performance.now()
  await closing.close()
  const other = host.as('anna')
  await expect.poll(async () => (await other.read(id)).step.type).toBe('linked')
  expect(performance.now() - startedAt).toBeLessThan(5_000)
  expect(before?.lease_owner).toBeTruthy()
})

test('a wait that starts while the instance closes is taken over too', async () => {
  const closing = await host.another()
  const started = deferred<void>()
  const answer = deferred<Reply>()
  host.upstream.script = ({ path }) => {
    if (path !== '/v2/auth/intent') return answers.account('acc_1')
    started.resolve()
    return answer.promise
  }
  const starting = host.as('anna', { on: closing }).start(whatsapp)
  await started.promise
  const closed = closing.close()
  answer.resolve(answers.qr('one'))
  const { id } = await starting
  await closed
  await expect.poll(async () => (await host.as('anna').read(id)).step.type).toBe('linked')
})

test('a closing instance finishes running requests, refuses new ones, and reports that it is not ready', async () => {
  const closing = await host.another()
  const asked = deferred<void>()
  const answer = deferred<Reply>()
  host.upstream.script = () => {
    asked.resolve()
    return answer.promise
  }
  const anna = host.as('anna', { on: closing })
  expect((await get(closing, '/readyz')).status).toBe(200)
  const running = anna.send('POST', '/intents', linkedin())
  const stream = readEvents(await anna.send('GET', '/accounts/events'))
  await stream.next()
  await asked.promise

  const closed = closing.close()
  expect(await stream.next()).toBeUndefined()
  const refused = await anna.send('POST', '/intents', linkedin())
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(refused.headers.get('connection')).toBe('close')
  expect(await readProblem(refused)).toMatchObject({ httpStatus: 503, code: 'shutting_down' })
  const ready = await get(closing, '/readyz')
  expect(ready.status).toBe(503)
  expect(await ready.json()).toMatchObject({ status: 'not_ready', checks: { open: false } })
  expect((await get(closing, '/healthz')).status).toBe(200)

  answer.resolve(answers.account('acc_2'))
  const finished = await running
  expect(finished.headers.get('connection')).toBe('close')
  expect(readIntent(await finished.json()).step.type).toBe('linked')
  await closed
  expect((await get(closing, '/readyz')).status).toBe(503)
  expect(host.log.filter((line) => line.includes('shutting_down'))).toEqual([])
})

test('SIGTERM lets a request finish, ends a stream, and the process exits with 0', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'connect-account-'))
  const data = join(folder, 'data')
  const snapshot = new Blob([await readFile(inject('databaseSnapshot'))])
  await (await PGlite.create({ dataDir: data, loadDataDir: snapshot })).close()
  const upstream = await startScriptedUpstream()
  const asked = deferred<void>()
  const answer = deferred<Reply>()
  upstream.script = () => {
    asked.resolve()
    return answer.promise
  }
  const script = fileURLToPath(new URL('drain-host.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--conditions=@connect-account/source', script, data, upstream.url],
    { stdio: ['ignore', 'pipe', 'inherit'], timeout: 50_000 },
  )
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { port, session } = v.parse(
    v.object({ port: v.number(), session: v.string() }),
    JSON.parse((await lines.next()).value ?? ''),
  )
  const base = `http://127.0.0.1:${port}/connect`
  const headers = { authorization: `Bearer ${session}`, 'content-type': 'application/json' }
  const stream = readEvents(await fetch(`${base}/accounts/events`, { headers }))
  await stream.next()
  const running = fetch(`${base}/intents`, { method: 'POST', headers, body: JSON.stringify(linkedin()) })
  await asked.promise

  child.kill('SIGTERM')
  expect(await stream.next()).toBeUndefined()
  await expect(fetch(`${base}/healthz`)).rejects.toThrow()
  answer.resolve(answers.account('acc_1'))
  const response = await running
  expect(response.status).toBe(201)
  expect(readIntent(await response.json()).step.type).toBe('linked')
  expect((await lines.next()).value).toBe('drained')
  expect(await exited).toEqual([0, null])
  await upstream.close()
  await rm(folder, { recursive: true })
})
