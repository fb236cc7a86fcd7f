import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConnectError } from '@connect-account/core/errors'
import { expect, test } from 'vitest'
import { type ConnectSettings, createConnectHandler } from '../src/index.ts'
import { readSettings } from '../src/settings/read-settings.ts'
import { sessionSecret } from './fixtures.ts'
import { startTestHost } from './test-host.ts'

const right: ConnectSettings = {
  apiKey: 'k',
  database: 'memory://',
  sessionSecret,
  logger: { info() {}, warn() {}, error() {} },
}

async function refusal(settings: Partial<ConnectSettings>): Promise<ConnectError> {
  const error: unknown = await createConnectHandler({ ...right, ...settings }).catch((reason) => reason)
  if (!(error instanceof ConnectError)) throw new Error('It was accepted.')
  return error
}

/** A port where nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

test.each<{ names: string; settings: Partial<ConnectSettings> }>([
  { names: 'apiKey', settings: { apiKey: '' } },
  { names: 'sessionSecret', settings: { sessionSecret: 'short' } },
  { names: 'sessionSecret', settings: { sessionSecret: [] } },
  { names: 'sessionSecret', settings: { sessionSecret: [sessionSecret, 'short'] } },
  { names: 'sessionSecret', settings: { sessionSecret: 'ab'.repeat(20) } },
  { names: 'webhookSecret', settings: { webhookSecret: '' } },
  { names: 'webhookSecret', settings: { webhookSecret: 'x' } },
  {
    names: 'webhookSecret',
    settings: { upstreamApi: 'v1', apiUrl: 'https://v1.test', webhookSecret: 'twenty-three characters' },
  },
  { names: 'apiUrl', settings: { apiUrl: 'http://api.unipile.com' } },
  { names: 'publicUrl', settings: { publicUrl: 'http://app.example.com' } },
  { names: 'publicUrl', settings: { publicUrl: 'http://127.0.0.1.example.com' } },
  { names: 'apiUrl', settings: { apiUrl: 'unipile' } },
  { names: 'apiUrl', settings: { apiUrl: 'ftp://api.unipile.com' } },
  { names: 'apiUrl', settings: { apiUrl: 'https://user:hidden@api.unipile.com' } },
  { names: 'apiUrl', settings: { upstreamApi: 'v1' } },
  { names: 'database', settings: { database: '' } },
  { names: 'database', settings: { database: 'mysql://root:hidden@localhost/app' } },
  { names: 'basePath', settings: { basePath: 'connect' } },
  { names: 'basePath', settings: { basePath: '/connect/' } },
  { names: 'allowedOrigins', settings: { allowedOrigins: ['https://app.example.com/'] } },
  { names: 'allowedOrigins', settings: { allowedOrigins: ['*'] } },
  { names: 'allowedOrigins', settings: { allowedOrigins: ['chrome-extension://*'] } },
  { names: 'publicUrl', settings: { publicUrl: 'app.example.com' } },
  { names: 'publicUrl', settings: { publicUrl: 'https://user:hidden@app.example.com' } },
  { names: 'returnOrigins', settings: { returnOrigins: ['https://app.example.com/inbox'] } },
  { names: 'returnOrigins', settings: { returnOrigins: ['null'] } },
  {
    names: 'returnOrigins',
    settings: { returnOrigins: ['chrome-extension://abcdefghijklmnopabcdefghijklmnop'] },
  },
  { names: 'timings.leaseMs', settings: { timings: { leaseMs: Number.NaN } } },
])('a wrong $names is named, in one line, without its secret', async ({ names, settings }) => {
  const error = await refusal(settings)
  expect(error.code).toBe('invalid_setting')
  expect(error.detail).toMatch(new RegExp(`^${names}: .+\\.$`))
  expect(error.detail).not.toContain('hidden')
})

test.each<Partial<ConnectSettings>>([
  { publicUrl: 'http://localhost:3000' },
  { publicUrl: 'http://app.localhost' },
  { publicUrl: 'http://127.8.0.1:3000', apiUrl: 'http://[::1]:4401' },
  { publicUrl: 'http://192.168.1.20:3000', apiUrl: 'http://sandbox:4401', allowHttp: true },
])('plain http is for this machine, or on purpose: %o', (settings) => {
  expect(readSettings({ ...right, ...settings })).toMatchObject({ apiKey: 'k' })
})

test('a database that cannot be reached is named without its password', async () => {
  const port = await closedPort()
  const error = await refusal({ database: `postgres://app:hidden@127.0.0.1:${port}/app` })
  expect(error.detail).toContain(
    `DATABASE_URL: cannot reach or prepare postgres at 127.0.0.1:${port} (ECONNREFUSED)`,
  )
  expect(error.detail).not.toContain('hidden')
})

test('an invalid folder is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'connect-account-'))
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  expect((await refusal({ database: join(file, 'data') })).detail).toContain('a-file')
  await rm(folder, { recursive: true })
})

test('sessions are minted for a user, known providers and a finite time', async () => {
  const host = await startTestHost()
  const { mintSession } = host.handler
  await expect(mintSession({ userId: '' })).rejects.toMatchObject({ code: 'invalid_setting' })
  await expect(mintSession({ userId: 'anna', providers: ['myspace'] })).rejects.toMatchObject({
    code: 'invalid_setting',
  })
  await expect(mintSession({ userId: 'anna', expiresIn: 0 })).rejects.toMatchObject({
    code: 'invalid_setting',
  })
  await expect(mintSession({ userId: 'anna', expiresIn: 1e9 })).rejects.toMatchObject({
    code: 'invalid_setting',
  })
  expect(await host.handler.ready()).toMatchObject({ isReady: true })
  await host.close()
  await host.handler.close()
  expect(await host.handler.ready()).toMatchObject({ isReady: false })
})
