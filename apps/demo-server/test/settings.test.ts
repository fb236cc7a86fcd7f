import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { takeDataFolder } from '../src/data-folder.ts'
import { readSettings, SettingError } from '../src/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'connect-account-data-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('runs without any setting, and takes an empty one for none', () => {
  expect(readSettings({ PORT: '', UNIPILE_API_KEY: ' ' })).toMatchObject({
    port: 4310,
    sandboxPort: 4311,
    unipile: undefined,
    databaseUrl: undefined,
  })
})

it('talks to Unipile itself once there is a key', () => {
  const { unipile } = readSettings({ UNIPILE_API_KEY: 'key', UNIPILE_WEBHOOK_SECRET: 'secret' })
  expect(unipile).toEqual({ apiKey: 'key', apiUrl: undefined, webhookSecret: 'secret' })
})

it('speaks API v2 unless told otherwise', () => {
  expect(readSettings({}).apiVersion).toBe('v2')
  expect(readSettings({ UNIPILE_API_VERSION: 'v1' }).apiVersion).toBe('v1')
  expect(() => readSettings({ UNIPILE_API_VERSION: '1' })).toThrow(
    /^UNIPILE_API_VERSION: "1" is not a version\. Set it/,
  )
})

it.each(['abc', '-1', '70000', '43.5'])('refuses the port "%s" and says what to set', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(/^PORT: ".*" is not a port\. Set it to/)
})

it('keeps a secret from start to start', () => {
  const first = takeDataFolder(folder)
  const secret = first.secret('session')
  expect(secret).toMatch(/^[0-9a-f]{36}$/)
  first.release()
  expect(takeDataFolder(folder).secret('session')).toBe(secret)
})

it('refuses a folder that a living process has, and takes over from a dead one', () => {
  takeDataFolder(folder)
  // The parent lives for as long as this test does.
  writeFileSync(join(folder, 'lock'), String(process.ppid))
  expect(() => takeDataFolder(folder)).toThrow(SettingError)
  // No process ever has this number.
  writeFileSync(join(folder, 'lock'), '4194399')
  expect(takeDataFolder(folder).isNew).toBe(true)
})
