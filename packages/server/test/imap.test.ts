import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MailLookup } from '../src/index.ts'
import { linkedin } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { type Browser, startTestHost, type TestHost } from './test-host.ts'

let host: TestHost
let anna: Browser
let found: MailLookup | Error | undefined
let asked: string[]

const lookUpMail = async (email: string) => {
  asked.push(email)
  if (found instanceof Error) throw found
  return found ?? new Promise<MailLookup>(() => {})
}

beforeAll(async () => {
  host = await startTestHost({
    lookUpMail,
    timings: { upstreamTimeoutMs: 250, mailTimeoutMs: 5_000, mailLookupMs: 50 },
  })
  anna = host.as('anna')
})
afterAll(() => host.close())
beforeEach(async () => {
  found = {}
  asked = []
  await host.reset()
  host.upstream.script = () => answers.account('acc_1')
})

const settings = {
  imap: { host: 'imap.example.com', port: 993, encryption: 'tls' },
  smtp: { host: 'smtp.example.com', port: 587, encryption: 'starttls', user: 'anna-out' },
} as const
const asForm = {
  imap_host: 'imap.example.com',
  imap_port: '993',
  imap_encryption: 'tls',
  smtp_host: 'smtp.example.com',
  smtp_port: '587',
  smtp_encryption: 'starttls',
}
const help = 'https://mail.example.com/app-passwords'
const who = { user: 'anna@example.com', password: 'pass-word-1' }
const short = { provider: 'imap', method: 'password', credentials: who }

const sent = () => host.upstream.calls.at(-1)?.body.credentials

function refusal(detail: string): Reply {
  const [, fault] = detail.split(': ')
  if (fault === 'password') return answers.error(401, 'provider/invalid_credentials', { detail })
  if (fault === 'timeout') return answers.error(504, 'provider/timeout', { detail })
  return answers.error(400, 'provider/invalid_parameters', { detail })
}

describe('by email and password', () => {
  test('uses the servers that the lookup finds', async () => {
    found = { settings }
    expect((await anna.start(short)).step.type).toBe('linked')
    expect(asked).toEqual(['anna@example.com'])
    expect(sent()).toEqual({
      imap: { ...who, ...settings.imap },
      smtp: { ...settings.smtp, user: 'anna-out', password: who.password },
    })
  })

  test('lets Unipile guess if none are found', async () => {
    expect((await anna.start(short)).step.type).toBe('linked')
    expect(sent()).toEqual(who)
  })

  test.each([
    { what: 'fails', lookup: new Error('of anna@example.com') },
    { what: 'never ends', lookup: undefined },
  ])('a look-up that $what finds nothing', async ({ lookup }) => {
    found = lookup
    expect((await anna.start(short)).step.type).toBe('linked')
    expect(sent()).toEqual(who)
    expect(host.log.join()).not.toContain('anna@example.com')
  })

  test('asks for the servers at once if the host wants that', async () => {
    const asking = host.as('anna', { on: await host.another({ mailFallback: 'ask' }) })
    const problem = await asking.problem('POST', '/intents', short)
    expect(problem).toMatchObject({
      code: 'mail_settings_needed',
      httpStatus: 422,
      method: 'manual',
      prefill: {},
    })
    expect(host.upstream.calls).toEqual([])
  })

  test.each<{ what: string; lookup: MailLookup; reply: Reply; problem: object }>([
    {
      what: 'a wrong password',
      lookup: { settings },
      reply: refusal('imap: password: No.'),
      problem: {
        code: 'invalid_credentials',
        fields: [{ name: 'password', code: 'password_refused', params: { side: 'imap' } }],
      },
    },
    {
      what: 'a password that only the outgoing server refuses',
      lookup: { settings },
      reply: refusal('smtp: password: No.'),
      problem: {
        code: 'invalid_credentials',
        fields: [{ name: 'password', code: 'password_refused', params: { side: 'smtp' } }],
      },
    },
    {
      what: 'a wrong password without a detail',
      lookup: {},
      reply: answers.error(401, 'provider/invalid_credentials'),
      problem: { code: 'invalid_credentials' },
    },
    {
      what: 'a password that is no app password',
      lookup: { settings, appPasswordHelp: help },
      reply: refusal('smtp: password: No.'),
      problem: {
        code: 'app_password_needed',
        fields: [{ name: 'password', code: 'app_password_needed' }],
        helpUrl: help,
        httpStatus: 422,
      },
    },
    {
      what: 'servers that refuse connections',
      lookup: { settings, appPasswordHelp: help },
      reply: refusal('smtp: connection: No.'),
      problem: {
        code: 'mail_settings_invalid',
        method: 'manual',
        prefill: asForm,
        fields: [{ name: 'smtp_port', code: 'server_not_reachable' }],
      },
    },
    {
      what: 'servers that do not respond',
      lookup: { settings },
      reply: refusal('imap: timeout: No.'),
      problem: {
        code: 'mail_settings_invalid',
        method: 'manual',
        prefill: asForm,
        fields: [{ name: 'imap_port', code: 'server_timeout' }],
      },
    },
    {
      what: 'servers that Unipile cannot guess',
      lookup: {},
      reply: answers.error(400, 'api/invalid_parameters'),
      problem: { code: 'mail_settings_needed', prefill: {} },
    },
    {
      what: 'an outage',
      lookup: { settings },
      reply: answers.error(503, 'api/internal_error'),
      problem: { code: 'upstream_unavailable' },
    },
  ])('$what', async ({ lookup, reply, problem }) => {
    found = lookup
    host.upstream.script = () => reply
    const received = await anna.problem('POST', '/intents', short, { 'idempotency-key': 'k' })
    expect(received).toMatchObject(problem)
    expect(JSON.stringify(received)).not.toContain(who.password)
    expect((await anna.start(short, 'k')).step).toMatchObject({ type: 'failed', retryable: true })
  })

  test.each(['anna', 'anna@', '@example.com', 'anna @example.com', 'anna@b@c'])(
    'asks for an address instead of %j',
    async (user) => {
      const problem = await anna.problem('POST', '/intents', { ...short, credentials: { ...who, user } })
      expect(problem).toMatchObject({
        code: 'invalid_request',
        fields: [{ name: 'user', code: 'not_an_email' }],
      })
      expect(asked).toEqual([])
    },
  )

  test('has a longer time-out than other starts', async () => {
    let answer = () => {}
    const answering = new Promise<void>((resolve) => {
      answer = resolve
    })
    host.upstream.script = async ({ body }) => {
      if (body.provider !== 'imap') return 'never'
      await answering
      return answers.account('acc_1')
    }
    const mailbox = anna.start(short)
    expect((await anna.problem('POST', '/intents', linkedin())).code).toBe('upstream_timeout')
    answer()
    expect((await mailbox).step.type).toBe('linked')
  })
})

describe('by server settings', () => {
  const publicForm = { ...asForm, imap_host: '9.9.9.9', smtp_host: '9.9.9.9' }
  const manual = (form: object) => ({
    provider: 'imap',
    method: 'manual',
    credentials: { ...who, ...form },
  })

  test('sends them as they were typed', async () => {
    expect((await anna.start(manual({ ...publicForm, smtp_host: ' 9.9.9.9 ' }))).step.type).toBe('linked')
    expect(asked).toEqual([])
    expect(sent()).toEqual({
      imap: { ...who, host: '9.9.9.9', port: 993, encryption: 'tls' },
      smtp: { ...who, host: '9.9.9.9', port: 587, encryption: 'starttls' },
    })
  })

  test.each([
    { detail: 'imap: host: No.', field: 'imap_host', code: 'server_not_found' },
    { detail: 'imap: connection: No.', field: 'imap_port', code: 'server_not_reachable' },
    { detail: 'smtp: connection: No.', field: 'smtp_port', code: 'server_not_reachable' },
    { detail: 'smtp: encryption: No.', field: 'smtp_encryption', code: 'encryption_failed' },
    { detail: 'smtp: certificate: No.', field: 'smtp_host', code: 'certificate_not_trusted' },
    { detail: 'imap: timeout: No.', field: 'imap_port', code: 'server_timeout' },
  ])('$detail is reported at $field', async ({ detail, field, code }) => {
    host.upstream.script = () => refusal(detail)
    const problem = await anna.problem('POST', '/intents', manual(publicForm))
    expect(problem).toMatchObject({ code: 'mail_settings_invalid', httpStatus: 422 })
    expect(problem.fields).toEqual([{ name: field, code }])
    expect(JSON.stringify(problem)).not.toContain('No.')
  })

  test('a wrong password is reported as such', async () => {
    host.upstream.script = () => refusal('imap: password: No.')
    expect((await anna.problem('POST', '/intents', manual(publicForm))).code).toBe('invalid_credentials')
    found = { appPasswordHelp: help }
    expect(await anna.problem('POST', '/intents', manual(publicForm))).toMatchObject({
      code: 'app_password_needed',
      helpUrl: help,
    })
  })

  test.each(['127.0.0.1', '10.0.0.7', '169.254.169.254', '::1', 'localhost'])(
    'a server at %s is refused, unless the host allows it',
    async (address) => {
      const form = { ...publicForm, smtp_host: address }
      const problem = await anna.problem('POST', '/intents', manual(form))
      expect(problem.code).toBe('mail_settings_invalid')
      expect(problem.fields).toEqual([{ name: 'smtp_host', code: 'server_not_found' }])
      expect(host.upstream.calls).toEqual([])
      const inside = host.as('anna', { on: await host.another({ allowPrivateMailHosts: true }) })
      expect((await inside.start(manual(form))).step.type).toBe('linked')
    },
  )

  test.each(['0', '65536', '999999'])('port %s is refused', async (port) => {
    const problem = await anna.problem('POST', '/intents', manual({ ...publicForm, imap_port: port }))
    expect(problem.fields).toEqual([{ name: 'imap_port', code: 'port_out_of_range' }])
  })
})
