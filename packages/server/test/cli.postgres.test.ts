import { startSandbox } from '@connect-account/sandbox'
import { expect, inject, onTestFinished, test } from 'vitest'
import { runDoctor } from './run-cli.ts'
import { startTestHost } from './test-host.ts'

const apiKey = 'key-of-the-command-line'

test('the doctor finds a database without our tables, and one that is current', async () => {
  const sandbox = await startSandbox({ port: 0, apiKey })
  onTestFinished(() => sandbox.close())
  const report = (database: string) =>
    runDoctor({ UNIPILE_API_KEY: apiKey, UNIPILE_API_URL: sandbox.url, DATABASE_URL: database })
  const bare = await report(inject('postgresUrl') ?? '')
  expect(bare.find('Database')).toMatchObject({
    status: 'failed',
    detail: 'is reachable, but has no tables of ours yet.',
  })
  const host = await startTestHost()
  onTestFinished(() => host.close())
  const current = await report(String(host.database.setting))
  expect(current.find('Database')).toMatchObject({ status: 'passed' })
  expect(current.find('Returns from consent')).toMatchObject({ status: 'passed' })
  expect(current.find('Providers')).toMatchObject({ status: 'passed' })
  await host.database.query("insert into connect_refused_methods values ('facebook', 'credentials', now())")
  expect((await report(String(host.database.setting))).find('Providers')).toMatchObject({
    status: 'failed',
    detail: 'Unipile does not know facebook (credentials).',
  })
  await host
    .as('anna')
    .start()
    .catch(() => {})
  const unbound = '{"type":"failed","error":{"code":"consent_unbound"},"retryable":false}'
  await host.database.query(`update connect_intents set step = '${unbound}'`)
  const returned = await report(String(host.database.setting))
  expect(returned.find('Returns from consent')).toMatchObject({
    status: 'failed',
    detail: '1 of 1 recent returns named no account.',
  })
  await host.database.query('delete from connect_migrations where id > 1')
  const older = await report(String(host.database.setting))
  expect(older.find('Database')?.detail).toContain('an older version')
})
