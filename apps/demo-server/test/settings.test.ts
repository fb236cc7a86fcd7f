import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { takeDataFolder } from '../src/data-folder.ts'
import { readSettings, SettingError } from '../src/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'connect-account-data-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('needs no setting, and treats an empty one as unset', () => {
  expect(readSettings({ PORT: '', UNIPILE_API_KEY: ' ' })).toMatchObject({
    port: 4310,
    sandboxPort: 4311,
    unipile: undefined,
    databaseUrl: undefined,
  })
})

it('uses Unipile if there is a key, and only if told so', () => {
  const env = { UNIPILE_API_KEY: 'key', UNIPILE_WEBHOOK_SECRET: 'secret' }
  expect(() => readSettings(env)).toThrow(
    /^UNIPILE_API_KEY: .+ Unset it, or set DEMO_WITH_REAL_ACCOUNTS=1\.$/,
  )
  const { unipile } = readSettings({ ...env, DEMO_WITH_REAL_ACCOUNTS: '1' })
  expect(unipile).toEqual({ apiKey: 'key', apiUrl: undefined, webhookSecret: 'secret' })
})

it('is open to other machines only with an address for their browsers', () => {
  expect(readSettings({}).host).toBe('localhost')
  expect(readSettings({ HOST: '127.0.0.2' }).host).toBe('127.0.0.2')
  expect(() => readSettings({ HOST: '0.0.0.0' })).toThrow(/^HOST: .+ Set PUBLIC_URL/)
  expect(readSettings({ HOST: '0.0.0.0', PUBLIC_URL: 'http://192.168.1.20:4310' }).host).toBe('0.0.0.0')
  expect(() => readSettings({ PUBLIC_URL: 'demo.example.com' })).toThrow(/^PUBLIC_URL: .+ Set it like/)
})

it('takes the seconds of a sign-in', () => {
  expect(readSettings({}).testProviders).toBe(false)
  expect(readSettings({ TEST_PROVIDERS: '1' }).testProviders).toBe(true)
  expect(readSettings({}).intentSeconds).toBeUndefined()
  expect(readSettings({ INTENT_SECONDS: '20' }).intentSeconds).toBe(20)
  for (const text of ['0', '-1', 'soon']) {
    expect(() => readSettings({ INTENT_SECONDS: text })).toThrow(/^INTENT_SECONDS: .+ Set it to 1 or more/)
  }
})

it('uses API v2 by default', () => {
  expect(readSettings({}).apiVersion).toBe('v2')
  expect(readSettings({ UNIPILE_API_VERSION: 'v1' }).apiVersion).toBe('v1')
  expect(() => readSettings({ UNIPILE_API_VERSION: '1' })).toThrow(
    /^UNIPILE_API_VERSION: "1" is not a version\. Set it/,
  )
})

it.each(['abc', '-1', '70000', '43.5'])('refuses the port "%s" and says what to set', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(/^PORT: ".*" is not a port\. Set it to/)
})

it('keeps a secret across restarts', () => {
  const first = takeDataFolder(folder)
  const secret = first.secret('session')
  expect(secret).toMatch(/^[0-9a-f]{36}$/)
  first.release()
  expect(takeDataFolder(folder).secret('session')).toBe(secret)
})

it('refuses a folder in use by a running process, and takes over after a dead one', () => {
  takeDataFolder(folder)
  // The parent process runs as long as this test.
  writeFileSync(join(folder, 'lock'), String(process.ppid))
  expect(() => takeDataFolder(folder)).toThrow(SettingError)
  // Above the highest process id.
  writeFileSync(join(folder, 'lock'), '4194399')
  expect(takeDataFolder(folder).isNew).toBe(true)
})
