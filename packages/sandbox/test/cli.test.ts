import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { receiveEvents } from './event-receiver.ts'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

/** Runs the command in its own process. */
function run(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text))
  const closed = once(child, 'close').then(([code]) => code)
  return {
    output,
    closed,
    async started(): Promise<Record<string, string>> {
      await expect.poll(() => output.err).toContain('Press Ctrl-C to stop.')
      return Object.fromEntries(
        output.out
          .trim()
          .split('\n')
          .map((line) => line.split(/=(.*)/, 2)),
      )
    },
    stop(signal: 'SIGINT' | 'SIGTERM') {
      child.kill(signal)
      return closed
    },
  }
}

async function link(url: string | undefined, key: string | undefined) {
  const response = await fetch(`${url}/v2/auth/intent`, {
    method: 'POST',
    headers: { 'x-api-key': String(key), 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'mock', credentials: {} }),
  })
  return response.status
}

test('prints the variables and the phone’s address, sends events, keeps its state, and stops on a signal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const receiver = await receiveEvents()
  const args = ['--port', '0', '--webhook', receiver.url, '--state', join(folder, 'state.json')]

  const first = run(...args)
  const variables = await first.started()
  expect(variables).toEqual({
    UNIPILE_API_URL: expect.stringMatching(/^http:\/\/localhost:\d+$/),
    UNIPILE_API_KEY: 'sandbox-key',
    UNIPILE_WEBHOOK_SECRET: 'sandbox-webhook-secret-for-tests',
  })
  expect(first.output.err).toContain(`Phone: ${variables.UNIPILE_API_URL}/phone\n`)
  expect(await link(variables.UNIPILE_API_URL, variables.UNIPILE_API_KEY)).toBeLessThan(300)
  expect(await link(variables.UNIPILE_API_URL, 'another key')).toBe(401)
  await expect.poll(() => receiver.received.length).toBeGreaterThan(0)
  expect(await first.stop('SIGINT')).toBe(0)

  const second = run(...args, '--api', 'v1', '--key', 'k')
  const again = await second.started()
  expect(again).toMatchObject({ UNIPILE_API_KEY: 'k', UNIPILE_API_VERSION: 'v1' })
  const phone = await fetch(`${again.UNIPILE_API_URL}/phone`, { headers: { accept: 'application/json' } })
  expect(await phone.json()).toMatchObject({ accounts: [expect.anything()] })
  expect(await second.stop('SIGTERM')).toBe(0)
})

test('--help prints every option', async () => {
  const { closed, output } = run('--help')
  expect(await closed).toBe(0)
  for (const name of [
    'port',
    'host',
    'public-url',
    'key',
    'webhook',
    'webhook-secret',
    'api',
    'state',
    'quiet',
  ])
    expect(output.out).toContain(`--${name}`)
})

test.each([
  [['--prot', '1'], '--prot: unknown. Did you mean --port?'],
  [['--webook=x'], '--webook: unknown. Did you mean --webhook?'],
  [['-x'], '-x: unknown.'],
  [['--port', 'many'], '--port: not a port.'],
  [['--port', '65536'], '--port: not a port.'],
  [['--port'], "Option '-p, --port <value>' argument missing"],
  [['--webhook', 'localhost:3000'], '--webhook: not an http(s) URL.'],
  [['--api', 'v3'], '--api: unknown version.'],
  [['--key', ''], '--key: empty.'],
  [['triger'], 'triger: no such command. Did you mean trigger?'],
])('%j exits with 2 and a reason', async (args, message) => {
  const { closed, output } = run(...args)
  expect(await closed).toBe(2)
  expect(output.err).toContain(message)
  expect(output.out).toBe('')
})

test('a port in use, or an unreadable state file, exits with 1 and one line', async () => {
  const first = run('--port', '0', '--quiet')
  const { UNIPILE_API_URL } = await first.started()
  const second = run('--port', new URL(String(UNIPILE_API_URL)).port)
  expect(await second.closed).toBe(1)
  expect(second.output.err).toMatch(/^The port is in use\.[^\n]*\n$/)
  const third = run('--port', '0', '--state', fileURLToPath(import.meta.url))
  expect(await third.closed).toBe(1)
  expect(third.output.err).toMatch(/^The sandbox cannot read its state file[^\n]*\n$/)
})
