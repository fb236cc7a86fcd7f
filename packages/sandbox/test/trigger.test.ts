import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { listenToEvents } from '../src/cli/listen-events.ts'
import { UsageError } from '../src/cli/parse-options.ts'
import { scenarios } from '../src/cli/scenarios.ts'
import { trigger } from '../src/cli/trigger.ts'
import { startSandbox } from '../src/index.ts'
import { sandboxPhone } from '../src/testing/index.ts'
import { receiveEvents } from './event-receiver.ts'

const KEY = 'sandbox-key'

/** A sandbox, and how to link an account in it. */
async function open() {
  const sandbox = await startSandbox({ port: 0, apiKey: KEY })
  onTestFinished(() => sandbox.close())
  return {
    url: sandbox.url,
    phone: sandboxPhone(sandbox.url, { waitMs: 0 }),
    async link() {
      const response = await fetch(`${sandbox.url}/v2/auth/intent`, {
        method: 'POST',
        headers: { 'x-api-key': KEY, 'content-type': 'application/json' },
        body: JSON.stringify({ provider: 'mock', credentials: {} }),
      })
      expect(response.ok).toBe(true)
    },
  }
}

/** What a command wrote, line by line. */
function recorded() {
  const out: string[] = []
  const err: string[] = []
  return {
    out,
    err,
    print: (line: string) => void out.push(line),
    note: (line: string) => void err.push(line),
  }
}

test('every scenario works, and changes what it says', async () => {
  const { url, phone, link } = await open()
  await link()
  for (const { name } of scenarios) {
    const output = recorded()
    expect(await trigger([name, '--url', url, '--json'], output), name).toBe(0)
    expect(JSON.parse(String(output.out[0]))).toMatchObject({ scenario: name })
    const { accounts, webhooks } = await phone.look()
    const state = [
      `account.${accounts[0]?.status}`,
      `account.${accounts[0]?.locked ? 'locked' : 'unlocked'}`,
      `sync.${accounts[0]?.sync}`,
      `delivery.${webhooks.mode}`,
    ]
    expect(state).toContain(name)
  }
})

test('takes an account by its id or its sign-in name', async () => {
  const { url, phone, link } = await open()
  await link()
  await link()
  const { accounts } = await phone.look()
  const older = accounts[1]
  expect(older).toBeDefined()
  expect(await trigger(['account.errored', '--account', String(older?.id), '--url', url], recorded())).toBe(0)
  expect((await phone.look()).accounts.map(({ status }) => status)).toEqual(['running', 'errored'])
})

test('an account that does not exist exits with 1, and says which ones do', async () => {
  const { url, phone, link } = await open()
  const before = recorded()
  expect(await trigger(['account.errored', '--url', url], before)).toBe(1)
  expect(before.err).toEqual(['The sandbox has no account yet. Link one first.'])
  await link()
  const after = recorded()
  expect(await trigger(['account.errored', '--account', 'acc_none', '--url', url], after)).toBe(1)
  const [account] = (await phone.look()).accounts
  expect(after.err.join()).toContain('The sandbox has no account "acc_none".')
  expect(after.err.join()).toContain(account?.id)
  expect(after.out).toEqual([])
  expect(account?.status).toBe('running')
})

test('without a sandbox both commands exit with 1 and say how to start one', async () => {
  const sandbox = await startSandbox({ port: 0, apiKey: KEY })
  await sandbox.close()
  const output = recorded()
  expect(await trigger(['account.errored', '--url', sandbox.url], output)).toBe(1)
  expect(await listenToEvents(['--url', sandbox.url], output, Promise.resolve())).toBe(1)
  expect(output.err).toEqual([
    expect.stringContaining(`No sandbox runs at ${sandbox.url}.`),
    expect.stringContaining(`No sandbox runs at ${sandbox.url}.`),
  ])
})

test('lists the scenarios, and suggests the nearest', async () => {
  const output = recorded()
  expect(await trigger(['--list', '--json'], output)).toBe(0)
  const listed = v.parse(v.array(v.object({ name: v.string() })), JSON.parse(String(output.out[0])))
  expect(listed.map(({ name }) => name)).toEqual(scenarios.map(({ name }) => name))
  await expect(trigger(['account.disconected'], output)).rejects.toThrow('Did you mean account.disconnected?')
  await expect(trigger([], output)).rejects.toThrow(UsageError)
  await expect(trigger(['--acount', 'x'], output)).rejects.toThrow('Did you mean --account?')
  await expect(listenToEvents(['--forward', 'x'], output, Promise.resolve())).rejects.toThrow(
    '--forward: not an http(s) URL.',
  )
})

test('prints events, forwards them with their signature, and removes its endpoint', async () => {
  const { url, link } = await open()
  const host = await receiveEvents(503)
  const output = recorded()
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const ended = listenToEvents(['--url', url, '--forward', host.url], output, stopped)
  await expect.poll(() => output.err).toContain('Waiting for events. Press Ctrl-C to stop.')
  expect(output.out[0]).toMatch(/^UNIPILE_WEBHOOK_SECRET=\S+$/)
  await link()
  await expect.poll(() => host.received.map(({ event }) => event.type)).toContain('account.add')
  expect(host.received[0]?.signature).toMatch(/^t=\d+,v0=[0-9a-f]{64}$/)
  await expect.poll(() => output.out.join('\n')).toMatch(/account\.add \S+ \S+ -> (200|503)/)
  stop()
  expect(await ended).toBe(0)
  const listed = await fetch(`${url}/v2/webhooks/endpoints`, { headers: { 'x-api-key': KEY } })
  expect(await listed.json()).toMatchObject({ data: [] })
})

test('a key that the sandbox refuses exits with 1', async () => {
  const { url } = await open()
  const output = recorded()
  expect(await listenToEvents(['--url', url, '--key', 'other'], output, Promise.resolve())).toBe(1)
  expect(output.err).toEqual(['The sandbox refuses the key. Set its --key.'])
})
