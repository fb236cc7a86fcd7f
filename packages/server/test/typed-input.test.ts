import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MailLookup } from '../src/index.ts'
import { answers } from './scripted-upstream.ts'
import { type Browser, startTestHost, type TestHost } from './test-host.ts'

let host: TestHost
let anna: Browser
let found: MailLookup

beforeAll(async () => {
  host = await startTestHost({
    lookUpMail: async () => found,
    allowPrivateMailHosts: true,
    allowUserProxy: true,
  })
  anna = host.as('anna')
})
afterAll(() => host.close())
beforeEach(async () => {
  found = {}
  await host.reset()
  host.upstream.script = () => answers.account('acc_1')
})

const sent = () => host.upstream.calls.at(-1)?.body

describe('blanks and invisible characters around a value', () => {
  test.each([
    [' anna@example.com '],
    ['anna@example.com\n'],
    ['\u200banna@example.com\u200b'],
    ['\ufeffanna@example.com\u00a0'],
    ['\u202aanna@example.com\u202c'],
    ['\u3000anna@example.com\t'],
  ])('are removed from a name: %j', async (username) => {
    await anna.start({
      provider: 'linkedin',
      method: 'credentials',
      credentials: { username, password: 'p' },
    })
    expect(sent()).toMatchObject({ credentials: { username: 'anna@example.com', password: 'p' } })
  })

  test.each([[' p '], ['\u200bp'], ['p\u00a0'], ['٧١٨'], ['abcd efgh ijkl mnop'], ['   ']])(
    'stay in a password: %j',
    async (password) => {
      const credentials = { username: 'anna', password }
      await anna.start({ provider: 'linkedin', method: 'credentials', credentials })
      expect(sent()).toMatchObject({ credentials })
    },
  )

  test('are removed from cookies and the agent', async () => {
    const credentials = {
      access_token: ' AQ1\n',
      premium_access_token: '\u200bAQ2',
      user_agent: ' Mozilla/5.0 ',
    }
    await anna.start({ provider: 'linkedin', method: 'cookies', credentials })
    expect(sent()).toMatchObject({
      credentials: { access_token: 'AQ1', premium_access_token: 'AQ2', user_agent: 'Mozilla/5.0' },
    })
  })

  test('count as no value', async () => {
    const credentials = { username: ' \u200b\u00a0', password: 'p' }
    const problem = await anna.problem('POST', '/intents', {
      provider: 'linkedin',
      method: 'credentials',
      credentials,
    })
    expect(problem).toMatchObject({ fields: [{ name: 'username', code: 'required' }] })
  })

  test('are removed from a proxy, except from its password', async () => {
    const proxy = {
      protocol: 'http',
      host: ' 93.184.215.14\u200b',
      port: 8080,
      username: ' u ',
      password: ' p ',
    }
    await anna.start({
      provider: 'linkedin',
      method: 'credentials',
      credentials: { username: 'anna', password: 'p' },
      proxy,
    })
    expect(sent()).toMatchObject({
      config: { custom_proxy: { ...proxy, host: '93.184.215.14', username: 'u' } },
    })
  })
})

describe('the settings of mail servers', () => {
  const form = {
    user: 'anna@example.com',
    password: 'p',
    imap_host: ' imap.example.com\u200b',
    imap_port: ' ٩٩٣ ',
    imap_encryption: 'tls',
    smtp_host: 'smtp.example.com\u00a0',
    smtp_port: '５８７',
    smtp_encryption: ' starttls ',
  }

  test('are read in the digits of any script', async () => {
    await anna.start({ provider: 'imap', method: 'manual', credentials: form })
    expect(sent()).toMatchObject({
      credentials: {
        imap: { host: 'imap.example.com', port: 993, encryption: 'tls' },
        smtp: { host: 'smtp.example.com', port: 587, encryption: 'starttls' },
      },
    })
  })

  test.each(['abc', '1e3', '0x50', '99 3', '-1', '٩٩٣a'])('refuse the port %s', async (imap_port) => {
    const credentials = { ...form, imap_port }
    const problem = await anna.problem('POST', '/intents', {
      provider: 'imap',
      method: 'manual',
      credentials,
    })
    expect(problem).toMatchObject({ fields: [{ name: 'imap_port' }] })
  })
})

describe('an app password in four groups', () => {
  const password = 'abcd efgh ijkl mnop'
  const gmail = {
    imap: { host: 'imap.gmail.com', port: 993, encryption: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, encryption: 'tls' },
  } as const
  const other = {
    imap: { host: 'imap.example.com', port: 993, encryption: 'tls' },
    smtp: { host: 'smtp.example.com', port: 465, encryption: 'tls' },
  } as const
  const start = (user: string, typed: string) =>
    anna.start({ provider: 'imap', method: 'password', credentials: { user, password: typed } })

  test.each([
    [password],
    ['abcd\u00a0efgh\u00a0ijkl\u00a0mnop'],
    [' abcd efgh ijkl mnop '],
    ['ABCD EFGH IJKL MNOP'],
  ])('is sent without its blanks to a host that shows it in groups: %j', async (typed) => {
    found = { settings: gmail }
    await start('anna@company.example', typed)
    const whole = typed.replace(/\s/g, '')
    expect(sent()).toMatchObject({ credentials: { imap: { password: whole }, smtp: { password: whole } } })
  })

  test('also if the user named the servers', async () => {
    const side = (at: 'imap' | 'smtp') => ({
      [`${at}_host`]: gmail[at].host,
      [`${at}_port`]: String(gmail[at].port),
      [`${at}_encryption`]: 'tls',
    })
    const credentials = { user: 'anna@company.example', password, ...side('imap'), ...side('smtp') }
    await anna.start({ provider: 'imap', method: 'manual', credentials })
    expect(sent()).toMatchObject({ credentials: { imap: { password: 'abcdefghijklmnop' } } })
  })

  test('also if only the address identifies the host', async () => {
    await start('anna@gmail.com', password)
    expect(sent()).toMatchObject({ credentials: { password: 'abcdefghijklmnop' } })
  })

  test.each([[password], ['love hate fear hope']])('stays as it is at another host: %j', async (typed) => {
    found = { settings: other }
    await start('anna@company.example', typed)
    expect(sent()).toMatchObject({ credentials: { imap: { password: typed } } })
  })

  test.each([['correct horse battery staple'], ['abcd efgh ijkl'], [' secret ']])(
    'is distinguished from another password: %j',
    async (typed) => {
      found = { settings: gmail }
      await start('anna@company.example', typed)
      expect(sent()).toMatchObject({ credentials: { imap: { password: typed } } })
    },
  )
})

describe('an answer', () => {
  const credentials = { username: 'anna', password: 'p' }
  const otp = { json: { object: 'AuthenticationCheckpoint', intent_id: 'i1', checkpoint: { type: 'OTP' } } }

  async function answer(provider: string, checkpoint: object, typed: string) {
    host.upstream.script = () => ({
      json: { object: 'AuthenticationCheckpoint', intent_id: 'i1', checkpoint },
    })
    const { id, step } = await anna.start({ provider, method: 'credentials', credentials })
    host.upstream.script = () => answers.account('acc_1')
    return anna.intent('POST', `/intents/${id}/solve`, {
      checkpoint: 'id' in step ? step.id : '',
      answer: typed,
    })
  }

  test.each([
    ['linkedin', ' ٧١٨٦٤٠ ', '718640'],
    ['linkedin', '７１８６４０', '718640'],
    ['linkedin', '718640\u200b', '718640'],
    ['twitter', ' 62v3cC5t\n', '62v3cC5t'],
  ])('of %s is read in any script: %j', async (provider, typed, code) => {
    await answer(provider, otp.json.checkpoint, typed)
    expect(sent()).toMatchObject({ code })
  })

  test('of blanks is a wrong code, because Unipile would treat it as a poll', async () => {
    const { step } = await answer('linkedin', otp.json.checkpoint, ' ')
    expect(step).toMatchObject({ type: 'otp', error: { code: 'invalid_code' } })
  })

  test.each([
    ['(+33)0612345678'],
    ['0033 6 12 34 56 78'.replace(/^00/, '+')],
    ['tel:+33612345678'],
    ['+٣٣٦١٢٣٤٥٦٧٨'],
    ['+३३६१२३४५६७८'],
    ['\u202a+33 6 12 34 56 78\u202c'],
    ['My number is +33 6 12 34 56 78'],
  ])('that is a phone number is read out of %j', async (typed) => {
    await answer('linkedin', { type: 'PHONE_REGISTER' }, typed)
    expect(sent()).toMatchObject({ code: '(+33)0612345678' })
  })
})
