import * as v from 'valibot'
import { expect, test } from 'vitest'
import { apiKey, builtPage, linkedin, opening, ownerOf, sessionSecret, webhookSecret } from './fixtures.ts'
import { answers, type Reply } from './scripted-upstream.ts'
import { checkpointId, startTestHost } from './test-host.ts'

const password = 'correct-horse-battery-77'
const code = '884422'
const captchaToken = 'captcha-token-5150'
const cookie = 'AQEDAQ-cookie-2718'
const proxyPassword = 'proxy-pass-1618'

test('no password, code, token or key is in a row, a log line or a response', async () => {
  const host = await startTestHost({
    proxy: () => ({ custom: { host: 'proxy.example.com', port: 1080, password: proxyPassword } }),
    lookUpMail: async () => ({}),
    publicUrl: 'https://host.example',
    rateLimits: { start: { points: 1_000, seconds: 60 } },
    links: { page: builtPage, ownerOf },
  })
  const { url } = await host.handler.links.create({ userId: 'anna' })
  const linkToken = new URL(url).pathname.split('/').at(-1) ?? ''
  const secrets = [
    password,
    code,
    captchaToken,
    cookie,
    proxyPassword,
    apiKey,
    sessionSecret,
    webhookSecret,
    linkToken,
  ]
  const seen: string[] = []
  const quoting = (status: number, type: string): Reply =>
    answers.error(status, type, {
      title: `${password} ${code}`,
      detail: `${password} ${code} ${captchaToken} ${cookie} ${proxyPassword} ${apiKey}`,
    })
  const anna = host.as('anna')
  const send = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const response = await anna.send(method, path, body, headers)
    seen.push(await response.text(), JSON.stringify([...response.headers]))
  }

  // Every way in which a call to Unipile can fail, with a response that quotes what was sent.
  const troubles: Reply[] = [
    quoting(401, 'provider/invalid_credentials'),
    quoting(400, 'api/invalid_parameters'),
    quoting(502, 'api/proxy_error'),
    quoting(500, 'api/internal_error'),
    quoting(418, `api/${password}!`),
    { text: password },
    { json: { object: 'Account', id: 7, name: password } },
    'reset',
  ]
  for (const trouble of troubles) {
    host.upstream.script = () => trouble
    await send('POST', '/intents', linkedin('anna@example.com', password))
    const cookies = { provider: 'linkedin', method: 'cookies', credentials: { access_token: cookie } }
    await send('POST', '/intents', cookies)
    const mailbox = {
      provider: 'imap',
      method: 'password',
      credentials: { user: 'anna@example.com', password },
    }
    await send('POST', '/intents', mailbox)
    host.upstream.script = () => answers.checkpoint('OTP')
    const posed = await anna.start(linkedin('anna@example.com', password))
    host.upstream.script = () => trouble
    const answer = trouble === troubles[0] ? captchaToken : code
    await send('POST', `/intents/${posed.id}/solve`, { checkpoint: checkpointId(posed.step), answer })
    await send('POST', `/intents/${posed.id}/challenge`, {})
  }
  // Invalid bodies, and a broken database, which logs an unexpected error.
  await send('POST', '/intents', { ...linkedin('anna', password), method: 7 })
  await send('POST', '/intents', { ...linkedin('anna', password), pin: code })
  const pasted = { provider: 'linkedin', method: 'cookies', credentials: { cookies: `li_at=${cookie}` } }
  await send('POST', '/intents', pasted)
  await host.database.query('alter table connect_intents rename to hidden')
  await send('POST', '/intents', linkedin('anna', password))
  await host.database.query('alter table hidden rename to connect_intents')
  await expect.poll(() => host.log.join()).toContain('42P01')

  // A link, which links an account: its session is a secret too.
  host.upstream.script = () => answers.account('acc_1')
  const opened = await host.handler.fetch(opening(url))
  const { session } = v.parse(v.looseObject({ session: v.string() }), await opened.json())
  secrets.push(session)
  const linked = await host.handler.fetch(
    new Request('https://host.example/connect/intents', {
      method: 'POST',
      headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
      body: JSON.stringify(linkedin('anna@example.com', password)),
    }),
  )
  seen.push(await linked.text())

  const tables = await host.database.query(
    "select table_name from information_schema.tables where table_name like 'connect_%'",
  )
  const dump = JSON.stringify(
    await Promise.all(tables.map(({ table_name }) => host.database.query(`select * from ${table_name}`))),
  )
  for (const column of ['checkpoint_id', 'link_used', 'start user', 'provider_user_id'])
    expect(dump).toContain(column)
  seen.push(JSON.stringify(await host.handler.audit({ limit: 1000 })))
  for (const secret of secrets) {
    expect(dump).not.toContain(secret)
    expect(host.log.join('\n')).not.toContain(secret)
    expect(seen.join('\n')).not.toContain(secret)
  }
  expect(
    host.upstream.calls.every((call) => !call.path.includes(password) && !call.path.includes(code)),
  ).toBe(true)
  await host.close()
}, 30_000)
