import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answers } from './scripted-upstream.ts'
import { type Browser, startTestHost, type TestHost } from './test-host.ts'

let host: TestHost
let anna: Browser

beforeAll(async () => {
  host = await startTestHost({ allowPrivateMailHosts: true, publicUrl: 'https://host.example' })
  anna = host.as('anna')
})
afterAll(() => host.close())
beforeEach(async () => {
  await host.reset()
  host.upstream.script = () => answers.account('acc_1')
})

async function link(start: object, as: Browser = anna): Promise<string> {
  const { step } = await as.intent('POST', '/intents', start)
  if (step.type !== 'linked' && step.type !== 'relinked') throw new Error(`The intent is ${step.type}.`)
  return step.account.id
}

const known = async (id: string): Promise<unknown> => (await anna.send('GET', `/accounts/${id}`)).json()

const linkedin = {
  provider: 'linkedin',
  method: 'credentials',
  credentials: { username: ' anna@example.com ', password: 'pass-word-1' },
}

describe('an account that is to be reconnected', () => {
  test('is known by its name, its method and what is not secret', async () => {
    const id = await link(linkedin)
    expect(await known(id)).toEqual({
      id,
      provider: 'linkedin',
      name: expect.any(String),
      method: 'credentials',
      values: { username: 'anna@example.com' },
    })
  })

  test('has the servers of a mailbox', async () => {
    const servers = {
      imap_host: 'imap.example.com',
      imap_port: '993',
      imap_encryption: 'tls',
      smtp_host: 'smtp.example.com',
      smtp_port: '465',
      smtp_encryption: 'tls',
    }
    const credentials = { user: 'anna@example.com', password: 'pass-word-1', ...servers }
    const id = await link({ provider: 'imap', method: 'manual', credentials })
    expect(await known(id)).toMatchObject({
      method: 'manual',
      values: { user: 'anna@example.com', ...servers },
    })
  })

  test('has nothing of pasted cookies', async () => {
    const credentials = { access_token: 'AQEDsecret', user_agent: 'Mozilla/5.0' }
    const id = await link({ provider: 'linkedin', method: 'cookies', credentials })
    expect(await known(id)).toMatchObject({ method: 'cookies', values: {} })
  })

  test('has what the last reconnect used', async () => {
    const id = await link(linkedin)
    const credentials = { username: 'other@example.com', password: 'pass-word-2' }
    await link({ ...linkedin, credentials, accountId: id })
    expect(await known(id)).toMatchObject({
      values: { username: 'other@example.com' },
    })
  })

  test('is named to its user only, within the session’s providers', async () => {
    const id = await link(linkedin)
    expect((await host.as('ben').problem('GET', `/accounts/${id}`)).code).toBe('account_not_found')
    const whatsapp = host.as('anna', { providers: ['whatsapp'] })
    expect((await whatsapp.problem('GET', `/accounts/${id}`)).code).toBe('account_not_found')
    expect((await anna.problem('GET', '/accounts/no-id')).code).toBe('account_not_found')
  })

  test('no secret is stored', async () => {
    await link(linkedin)
    for (const table of ['connect_accounts', 'connect_intents']) {
      const rows = JSON.stringify(await host.database.query(`select * from ${table}`))
      expect(rows).not.toContain('pass-word-1')
      expect(rows).toContain('anna@example.com')
    }
  })

  test('is suggested at the consent page, if its name is an address', async () => {
    host.upstream.script = () => answers.account('acc_1', { provider: 'mock', name: 'anna@gmail.com' })
    const id = await link({ provider: 'mock', method: 'direct' }, host.as('anna', { providers: ['mock'] }))
    await host.database.query(`update connect_accounts set account_type = 'google'`)
    host.upstream.script = () => ({ json: { object: 'OauthUrl', url: 'https://accounts.example.com/' } })
    const consent = { provider: 'google', method: 'consent', accountId: id }
    await anna.start(consent)
    expect(host.upstream.calls.at(-1)?.body).toMatchObject({ login_hint: 'anna@gmail.com' })
    await anna.start({ ...consent, loginHint: 'other@gmail.com' })
    expect(host.upstream.calls.at(-1)?.body).toMatchObject({ login_hint: 'other@gmail.com' })
  })
})
