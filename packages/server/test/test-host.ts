import { readFile } from 'node:fs/promises'
import { requestFieldErrors, userFieldErrors } from '@connect-account/core/errors'
import { type Intent, readIntent, type Step } from '@connect-account/core/protocol'
import type {} from '@connect-account/test-postgres/global-setup'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import * as v from 'valibot'
import { expect, inject, vi } from 'vitest'
import { type ConnectHandler, type ConnectSettings, createConnectHandler } from '../src/index.ts'
import type { Logger } from '../src/log/logger.ts'
import type { Database } from '../src/store/database.ts'
import { migrate } from '../src/store/migrate.ts'
import { openDatabase } from '../src/store/open-database.ts'
import { apiKey, jobsDone, linkedin, quick, sessionSecret, webhookSecret } from './fixtures.ts'
import { type ScriptedUpstream, startScriptedUpstream } from './scripted-upstream.ts'

/**
 * A database that the handlers of a test share: a PostgreSQL server's in the project `postgres`, else the
 * embedded one.
 */
interface TestDatabase {
  readonly setting: ConnectSettings['database']
  query(sql: string): Promise<Record<string, unknown>[]>
  /**
   * The same database as an instance uses it, for tests of the parts below the handler. The caller closes it.
   */
  open(): Promise<Database>
  close(): Promise<void>
}

const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} }

const tables = [
  'connect_accounts',
  'connect_intents',
  'connect_webhook_events',
  'connect_links',
  'connect_removals',
  'connect_refused_methods',
  'connect_notices',
  'connect_outbox',
  'connect_audit',
  'connect_rate_limits',
].join(', ')

async function openTestDatabase(): Promise<TestDatabase> {
  const url = inject('postgresUrl')
  return url ? openPostgres(url) : openEmbedded()
}

/** Each test file has its own database, so that files can run in parallel. */
async function openPostgres(url: string): Promise<TestDatabase> {
  const name = `connect_test_${process.pid}_${Math.random().toString(36).slice(2)}`
  const admin = new pg.Client(url)
  await admin.connect()
  await admin.query(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const client = new pg.Client(own.href)
  await client.connect()
  await migrate(client)
  await client.query(jobsDone)
  return {
    setting: own.href,
    open: () => openDatabase({ url: own.href }, silent),
    query: async (sql) => (await client.query(sql)).rows,
    async close() {
      await client.end()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

async function openEmbedded(): Promise<TestDatabase> {
  const client = await PGlite.create({ loadDataDir: new Blob([await readFile(inject('databaseSnapshot'))]) })
  return {
    setting: { client },
    open: () => openDatabase({ client }, silent),
    query: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    close: () => client.close(),
  }
}

/** A host product for tests: a handler on a database, in front of a scripted Unipile. */
export interface TestHost {
  readonly handler: ConnectHandler
  readonly upstream: ScriptedUpstream
  readonly database: TestDatabase
  /** Every log line so far, as JSON. */
  readonly log: string[]
  /** Another instance on the same database and the same Unipile. */
  another(settings?: Partial<ConnectSettings>): Promise<ConnectHandler>
  /** A browser of this user. */
  as(userId: string, options?: { providers?: string[]; on?: ConnectHandler }): Browser
  /** Resolves when the host was told of all that has happened. */
  delivered(): Promise<void>
  /** Empties the tables and the script. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** `unsigned`: the host has set no webhook secret. */
export async function startTestHost({
  unsigned = false,
  ...settings
}: Partial<ConnectSettings> & { unsigned?: boolean } = {}): Promise<TestHost> {
  const database = await openTestDatabase()
  const upstream = await startScriptedUpstream()
  const log: string[] = []
  const write = (members: object, message: string) => void log.push(JSON.stringify({ ...members, message }))
  const open = (more: Partial<ConnectSettings> = {}) =>
    createConnectHandler({
      apiKey,
      apiUrl: upstream.url,
      database: database.setting,
      sessionSecret,
      rateLimits: false,
      ...(unsigned ? {} : { webhookSecret }),
      logger: { info: write, warn: write, error: write },
      ...settings,
      ...more,
      timings: { ...quick, ...settings.timings, ...more.timings },
    })
  const handler = await open()
  const others: ConnectHandler[] = []
  return {
    handler,
    upstream,
    database,
    log,
    async another(more) {
      const other = await open(more)
      others.push(other)
      return other
    },
    as: (userId, options = {}) => new Browser(options.on ?? handler, userId, options.providers),
    async delivered() {
      const waiting = () => database.query('select event from connect_outbox where settled_at is null')
      await vi.waitFor(async () => expect(await waiting()).toEqual([]), { timeout: 20_000, interval: 10 })
    },
    async reset() {
      upstream.calls.length = 0
      upstream.script = () => 'reset'
      await database.query(`truncate ${tables} cascade`)
    },
    async close() {
      await Promise.all([handler, ...others].map((one) => one.close()))
      await upstream.close()
      await database.close()
    },
  }
}

/** Calls the browser's wire in one user's name. */
export class Browser {
  readonly #handler: ConnectHandler
  readonly #userId: string
  readonly #providers: string[] | undefined

  constructor(handler: ConnectHandler, userId: string, providers: string[] | undefined) {
    this.#handler = handler
    this.#userId = userId
    this.#providers = providers
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const token = await this.#handler.mintSession({
      userId: this.#userId,
      ...(this.#providers ? { providers: this.#providers } : {}),
    })
    return this.#handler.fetch(
      new Request(`http://host.test/connect${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  }

  async intent(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Intent> {
    const response = await this.send(method, path, body, headers)
    const json: unknown = await response.json()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(json)}`)
    return readIntent(json)
  }

  start(body: object = linkedin(), key?: string): Promise<Intent> {
    return this.intent('POST', '/intents', body, key ? { 'idempotency-key': key } : {})
  }

  read(id: string): Promise<Intent> {
    return this.intent('GET', `/intents/${id}`)
  }

  solve(intent: Intent, answer: string): Promise<Intent> {
    return this.intent('POST', `/intents/${intent.id}/solve`, {
      checkpoint: checkpointId(intent.step),
      answer,
    })
  }

  /** The problem document of a call that must fail. */
  async problem(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
    const response = await this.send(method, path, body, headers)
    return readProblem(response)
  }
}

const problemSchema = v.looseObject({
  code: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  retryAfter: v.optional(v.number()),
  // Fields carry no texts.
  fields: v.optional(
    v.array(
      v.strictObject({
        name: v.string(),
        code: v.picklist([...userFieldErrors, ...requestFieldErrors]),
        params: v.optional(v.record(v.string(), v.string())),
      }),
    ),
  ),
})

export async function readProblem(response: Response) {
  const problem = v.parse(problemSchema, await response.json())
  return { ...problem, httpStatus: response.status, headers: response.headers }
}

export function checkpointId(step: Step): string {
  if (!('id' in step)) throw new Error(`No checkpoint: ${JSON.stringify(step)}`)
  return step.id
}
