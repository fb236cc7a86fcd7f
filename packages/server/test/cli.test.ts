import { createServer } from 'node:http'
import { ConnectError } from '@connect-account/core/errors'
import { type Sandbox, startSandbox } from '@connect-account/sandbox'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { syncWebhooks } from '../src/cli/sync-webhooks.ts'
import { runCli, runDoctor } from './run-cli.ts'

const apiKey = 'key-of-the-command-line'
const publicUrl = 'https://app.example.com'
const url = `${publicUrl}/connect/webhooks/unipile`

let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, apiKey })
})
afterEach(() => sandbox.close())

const run = (args: string[], env: Record<string, string> = {}) =>
  runCli(args, { UNIPILE_API_KEY: apiKey, UNIPILE_API_URL: sandbox.url, ...env })

async function endpoints(): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${sandbox.url}/v2/webhooks/endpoints/`, { headers: { 'x-api-key': apiKey } })
  return v.parse(v.object({ data: v.array(v.record(v.string(), v.unknown())) }), await response.json()).data
}

async function patch(id: unknown, change: object) {
  await fetch(`${sandbox.url}/v2/webhooks/endpoints/${id}`, {
    method: 'PATCH',
    headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
}

const sync = (...more: string[]) => run(['webhooks', 'sync', '--url', url, ...more])

describe('webhooks sync', () => {
  test('creates the endpoint and prints its secret once; a second run changes nothing', async () => {
    const tried = await sync('--dry-run')
    expect(tried).toMatchObject({ code: 0, out: '' })
    expect(tried.err).toContain('Would create')
    expect(await endpoints()).toEqual([])

    const first = await sync()
    const [created] = await endpoints()
    expect(first).toMatchObject({ code: 0, out: `UNIPILE_WEBHOOK_SECRET=${created?.secret}\n` })
    expect(created).toMatchObject({ url, enabled: true, account_ids: [] })
    expect(created?.trigger_events).toContain('account.initial_sync.completed')

    const second = await sync()
    expect(second).toMatchObject({ code: 0, out: '' })
    expect(second.err).toContain('Nothing was changed')
    expect(await endpoints()).toEqual([created])
  })

  test('corrects an endpoint that lacks events, and does not print its secret', async () => {
    await sync()
    const [created] = await endpoints()
    await patch(created?.id, { trigger_events: ['account.add'], enabled: false, account_ids: ['acc_1'] })
    expect((await sync('--dry-run')).err).toContain('Would correct')
    expect((await endpoints())[0]).toMatchObject({ enabled: false })
    const corrected = await sync()
    expect(corrected).toMatchObject({ code: 0, out: '' })
    expect(corrected.err).not.toContain(String(created?.secret))
    expect(await endpoints()).toEqual([created])
  })

  test('asks for the older events if Unipile refuses the newest', async () => {
    const older = ['account.add', 'account.status.paused']
    const asked: (readonly string[])[] = []
    const notes: string[] = []
    const created = { id: 'we_1', url, enabled: true, events: older, accountIds: [] }
    const refuse = async () => {
      throw new Error('This call is not expected.')
    }
    await syncWebhooks(
      {
        triggerEvents: ['account.add', 'account.locked'],
        olderTriggerEvents: older,
        list: async () => [],
        async create({ events }) {
          asked.push(events)
          if (events !== older) throw new ConnectError('upstream_rejected')
          return created
        },
        update: refuse,
        remove: refuse,
      },
      { url, dryRun: false },
      { note: (line) => notes.push(line), result() {} },
    )
    expect(asked).toEqual([['account.add', 'account.locked'], older])
    expect(notes).toContain('Unipile refuses the newest events (account.locked). Asking for the older ones.')
  })

  test('leaves an endpoint with the older events as it is, and says what it lacks', async () => {
    await sandbox.close()
    sandbox = await startSandbox({ port: 0, apiKey, eventList: 'older' })
    const first = await sync()
    expect(first.code).toBe(0)
    expect(first.err).toContain('Asking for the older ones')
    const created = await endpoints()
    const second = await sync()
    expect(second.err).toContain('Nothing was changed')
    expect(second.err).toContain('account.status.partial')
    expect(await endpoints()).toEqual(created)
    const found = await runDoctor({
      UNIPILE_API_KEY: apiKey,
      UNIPILE_API_URL: sandbox.url,
      PUBLIC_URL: publicUrl,
      UNIPILE_WEBHOOK_SECRET: first.out.trim().split('=')[1] ?? '',
    })
    expect(found.find('Webhook endpoint')).toMatchObject({
      status: 'passed',
      detail: expect.stringContaining('account.locked, account.unlocked'),
    })
  })

  test("creates API v1's webhook with the secret as a header, and corrects it", async () => {
    const v1 = { UNIPILE_API_VERSION: 'v1' }
    const first = await run(['webhooks', 'sync', '--url', url], v1)
    expect(first.out).toMatch(/^UNIPILE_WEBHOOK_SECRET=\S{30,}\n$/)
    const secret = first.out.trim().split('=')[1] ?? ''
    const webhooks = async () => {
      const response = await fetch(`${sandbox.url}/api/v1/webhooks`, { headers: { 'x-api-key': apiKey } })
      return v.parse(
        v.looseObject({ items: v.array(v.looseObject({ id: v.string() })) }),
        await response.json(),
      ).items
    }
    const headers = expect.arrayContaining([
      { key: 'unipile-auth', value: secret },
      { key: 'Content-Type', value: 'application/json' },
    ])
    expect(await webhooks()).toMatchObject([{ request_url: url, enabled: true, headers }])
    expect((await run(['webhooks', 'sync', '--url', url], v1)).err).toContain('Nothing was changed')
    const doctor = (given: string) =>
      runDoctor({
        UNIPILE_API_KEY: apiKey,
        UNIPILE_API_URL: sandbox.url,
        PUBLIC_URL: publicUrl,
        UNIPILE_WEBHOOK_SECRET: given,
        ...v1,
      })
    expect((await doctor(secret)).find('Webhook endpoint')).toMatchObject({ status: 'passed' })
    expect((await doctor('another')).find('Webhook endpoint')?.detail).toContain('another secret')
  })

  test('does not change the endpoints of others', async () => {
    await run(['webhooks', 'sync', '--url', 'https://other.example/hook'])
    const [others] = await endpoints()
    await sync()
    expect(await endpoints()).toEqual([others, expect.objectContaining({ url })])
  })

  test.each([
    { what: 'no URL', args: ['webhooks', 'sync'], code: 2, says: '--url' },
    {
      what: 'an invalid URL',
      args: ['webhooks', 'sync', '--url', 'app.example.com'],
      code: 2,
      says: '--url',
    },
    { what: 'an unknown command', args: ['webhooks', 'drop'], code: 2, says: 'no command' },
    { what: 'an unknown option', args: ['doctor', '--fast'], code: 2, says: '--fast' },
  ])('$what is explained', async ({ args, code, says }) => {
    const ended = await run(args)
    expect(ended).toMatchObject({ code, out: '' })
    expect(ended.err).toContain(says)
    expect(ended.err).not.toContain('    at ')
  })

  test('a wrong key is explained', async () => {
    const ended = await run(['webhooks', 'sync', '--url', url], { UNIPILE_API_KEY: 'wrong-key-1234' })
    expect(ended.code).toBe(1)
    expect(ended.err).toContain('UNIPILE_API_KEY')
    expect(ended.err).not.toContain('wrong-key-1234')
  })
})

describe('doctor', () => {
  const good = { PUBLIC_URL: publicUrl, SESSION_SECRET: 'a-session-secret-of-forty-random-letters' }

  const report = (env: Record<string, string>) =>
    runDoctor({ UNIPILE_API_KEY: apiKey, UNIPILE_API_URL: sandbox.url, ...env })

  test('finds no faults if everything is set up, and shows no secret', async () => {
    const { out } = await sync()
    const secret = out.trim().split('=')[1] ?? ''
    const env = {
      ...good,
      UNIPILE_WEBHOOK_SECRET: secret,
      RETURN_ORIGINS: 'https://a.example.com, https://b.example.com',
    }
    const ended = await run(['doctor'], env)
    expect(ended.out).not.toContain('✗')
    expect(ended.out.match(/^✓/gm)).toHaveLength(7)
    expect(ended.code).toBe(0)
    for (const hidden of [secret, apiKey, good.SESSION_SECRET])
      expect(ended.out + ended.err).not.toContain(hidden)
  })

  test('names everything that must be fixed', async () => {
    const { code, ok, find, out } = await report({
      UNIPILE_API_KEY: 'wrong-key-1234',
      PUBLIC_URL: 'http://app.example.com',
      DATABASE_URL: 'postgres://app:hidden-password@127.0.0.1:1/app',
      SESSION_SECRET: 'short',
      RETURN_ORIGINS: 'https://a.example.com/',
    })
    expect(code).toBe(1)
    expect(ok).toBe(false)
    const names = [
      'Unipile key',
      'Webhook secret',
      'Webhook endpoint',
      'Database',
      'Public URL',
      'Return origins',
      'Session secret',
    ]
    for (const name of names) {
      expect(find(name), name).toMatchObject({ status: 'failed', remedy: expect.stringMatching(/\w{3}/) })
    }
    expect(find('Clock')).toMatchObject({ status: 'passed' })
    for (const hidden of ['wrong-key-1234', 'hidden-password']) expect(out).not.toContain(hidden)
  })

  test('reports what is not set', async () => {
    const ended = await run(['doctor'], { UNIPILE_API_KEY: '' })
    expect(ended.code).toBe(1)
    expect(ended.out).toContain('✗ Unipile key: UNIPILE_API_KEY is not set.')
    expect(ended.out).toContain('– Database')
    expect(ended.out).toContain('✗ Public URL')
    expect(ended.out).toContain('  → Set SESSION_SECRET')
  })

  test('finds an endpoint that lacks events, or that signs with another secret', async () => {
    await sync()
    const [created] = await endpoints()
    const env = { ...good, UNIPILE_WEBHOOK_SECRET: 'another' }
    expect((await report(env)).find('Webhook endpoint')?.detail).toContain('another secret')
    await patch(created?.id, { enabled: false })
    expect((await report(env)).find('Webhook endpoint')).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('it is disabled'),
      remedy: `Run: npx @connect-account/server webhooks sync --url ${url}`,
    })
  })

  test('finds a wrong clock, and a Unipile that does not respond', async () => {
    const late = createServer((_, response) => {
      response.setHeader('date', new Date(Date.now() - 400_000).toUTCString())
      response.end()
    })
    await new Promise<void>((resolve) => late.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void late.close())
    const address = late.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const clock = (await report({ UNIPILE_API_URL: `http://127.0.0.1:${port}` })).find('Clock')
    expect(clock).toMatchObject({ status: 'failed', detail: expect.stringMatching(/^(399|400|401) s ahead/) })
    const unreachable = await report({ UNIPILE_API_URL: 'http://127.0.0.1:1' })
    expect(unreachable.find('Clock')).toMatchObject({
      status: 'failed',
      detail: 'Unipile cannot be reached.',
    })
    expect(unreachable.find('Unipile key')).toMatchObject({ status: 'failed' })
  })
})
