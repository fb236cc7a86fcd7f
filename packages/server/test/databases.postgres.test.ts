import { once } from 'node:events'
import { sql } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import { createConnectHandler } from '../src/index.ts'
import { openPostgresDatabase } from '../src/store/postgres-database.ts'
import { sessionSecret } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost } from './test-host.ts'

test('instances that start together on an empty database migrate it once', async () => {
  const host = await startTestHost()
  const migrations = 'select id from connect_migrations'
  const { length } = await host.database.query(migrations)
  await host.database.query('drop schema public cascade; create schema public')
  const started = await Promise.all([host.another(), host.another(), host.another(), host.another()])
  expect(await Promise.all(started.map((handler) => handler.ready()))).toEqual(
    Array(4).fill({ isReady: true, checks: { database: true, listener: true, open: true } }),
  )
  expect(await host.database.query(migrations)).toHaveLength(length)
  await host.close()
})

test('a stream survives the loss of every database connection', async () => {
  const host = await startTestHost()
  host.upstream.script = () => answers.checkpoint('OTP')
  const anna = host.as('anna')
  const { id } = await anna.start()
  const response = await anna.send('GET', `/intents/${id}/events`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const reading = (async () => {
    for (;;) {
      const part = await reader?.read()
      if (!part || part.done) return
      text += part.value
    }
  })()
  await expect.poll(() => text).toContain('"otp"')
  await host.database.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'connect-account%'",
  )
  await expect.poll(() => host.handler.ready()).toMatchObject({ isReady: true })
  await anna.intent('DELETE', `/intents/${id}`)
  await expect.poll(() => text).toContain('"canceled"')
  await reading
  await host.close()
})

test('a connection that breaks within a transaction fails only that transaction', async () => {
  const host = await startTestHost()
  const log: unknown[] = []
  const note = (...line: unknown[]) => void log.push(line)
  const database = await openPostgresDatabase(String(host.database.setting), {
    info: note,
    warn: note,
    error: note,
  })
  const broken = database.transaction(async (queries) => {
    await queries.execute(sql`select set_config('application_name', 'to be broken', false)`)
    await host.database.query(
      "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'to be broken'",
    )
    await queries.execute(sql`select 1`)
  })
  await expect(broken).rejects.toThrow()
  await database.queries.execute(sql`select 1`)
  await database.close()
  await host.close()
})

test.each([{ what: 'a database that does not exist', path: '/nowhere', says: 'has no database "nowhere"' }])(
  '$what is named',
  async ({ path, says }) => {
    const wrong = new URL(inject('postgresUrl') ?? '')
    wrong.pathname = path
    const settings = { apiKey: 'k', database: wrong.href, sessionSecret }
    await expect(createConnectHandler(settings)).rejects.toMatchObject({
      code: 'invalid_setting',
      detail: expect.stringContaining(says),
    })
  },
)

test('instances share the waits: one instance at a time polls for each intent', async () => {
  // No lease lapses by itself: another test covers an instance that stopped responding.
  const host = await startTestHost({ timings: { leaseMs: 5_000 } })
  await Promise.all([host.another(), host.another()])
  const asking = new Map<unknown, number>()
  let most = 0
  let intents = 0
  const upstream = host.upstream
  upstream.script = async ({ path, body }, signal) => {
    if (path === '/v2/auth/intent') return answers.qr(`code-${++intents}`, `acc_${intents}`)
    const asked = (asking.get(body.intent_id) ?? 0) + 1
    asking.set(body.intent_id, asked)
    most = Math.max(most, asked)
    await Promise.race([once(signal, 'abort'), new Promise((resolve) => setImmediate(resolve))])
    asking.set(body.intent_id, asked - 1)
    return answers.qr(`code-of-${String(body.intent_id)}`, String(body.intent_id))
  }
  const people = Array.from({ length: 12 }, (_, index) => host.as(`user-${index}`))
  await Promise.all(people.map((one) => one.start({ provider: 'whatsapp', method: 'qr' })))
  await expect.poll(() => upstream.calls.length).toBeGreaterThan(100)
  expect(most).toBe(1)
  await host.close()
})
