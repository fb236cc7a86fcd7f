import { describe, expect, it } from 'vitest'
import {
  freePort,
  type Line,
  mailbox,
  makeCertificate,
  startImap,
  startSilence,
  startSmtp,
} from './mail-servers.ts'
import { WireClient } from './wire-client.ts'

function startMail(client: WireClient, credentials: unknown, more: Record<string, unknown> = {}) {
  return client.call('POST', '/v2/auth/intent', { provider: 'imap', credentials, ...more })
}

/** Starts two mail servers and a sandbox that trusts them, and returns the right settings. */
async function mailHost(line: Line = 'tls', { trusted = true, timeoutMs = 5000 } = {}) {
  const certificate = await makeCertificate()
  const imap = await startImap(line, certificate)
  const smtp = await startSmtp(line, certificate)
  const lines: string[] = []
  const client = await WireClient.start({
    ...(trusted && { mailCertificateAuthority: certificate.cert }),
    timings: { mailTimeoutMs: timeoutMs },
    logger: (said) => lines.push(said),
  })
  const side = (port: number) => ({
    ...mailbox,
    host: 'localhost',
    port,
    encryption: line === 'plain' ? 'default' : line,
  })
  return {
    client,
    imap,
    smtp,
    lines,
    certificate,
    settings: { imap: side(imap.port), smtp: side(smtp.port) },
  }
}

describe('a mail account', () => {
  it.each([
    ['tls', true],
    ['starttls', true],
    ['plain', false],
  ] as const)('is signed in to at both servers over %s', async (line, secure) => {
    const { client, imap, smtp, settings } = await mailHost(line)
    const linked = await startMail(client, settings)
    expect(linked.body).toMatchObject({ object: 'Account', provider: 'imap', user_id: 'anna@example.com' })
    expect(imap.signedIn).toEqual([{ user: mailbox.user, secure }])
    expect(smtp.signedIn).toEqual([{ user: mailbox.user, secure }])
  })

  it('upgrades by default if the server offers it', async () => {
    const { client, imap, smtp, settings } = await mailHost('starttls')
    const linked = await startMail(client, {
      imap: { ...settings.imap, encryption: 'default' },
      smtp: { ...settings.smtp, encryption: 'default' },
    })
    expect(linked.body.object).toBe('Account')
    expect([...imap.signedIn, ...smtp.signedIn].every(({ secure }) => secure)).toBe(true)
  })

  it('is a duplicate the second time, and reconnects by its id', async () => {
    const { client, settings } = await mailHost()
    const { body } = await startMail(client, settings)
    expect(await startMail(client, settings)).toMatchObject({ status: 403, body: { detail: body.id } })
    expect((await startMail(client, settings, { account_id: body.id })).body.id).toBe(body.id)
  })

  it('uses the servers in mailDomains', async () => {
    const certificate = await makeCertificate()
    const imap = await startImap('tls', certificate)
    const smtp = await startSmtp('starttls', certificate)
    const client = await WireClient.start({
      mailCertificateAuthority: certificate.cert,
      mailDomains: {
        'example.com': {
          imap: { host: 'localhost', port: imap.port, encryption: 'tls' },
          smtp: { host: 'localhost', port: smtp.port, encryption: 'starttls' },
        },
      },
    })
    expect((await startMail(client, mailbox)).body.object).toBe('Account')
    for (const user of ['anna@elsewhere.example', 'anna@constructor']) {
      expect(await startMail(client, { ...mailbox, user })).toMatchObject({
        status: 400,
        body: { type: 'provider/invalid_parameters', detail: expect.stringMatching(/^imap: host: /) },
      })
    }
  })
})

it('links nothing for a caller that disconnected while a mail server did not respond', async () => {
  const { client, imap, smtp, settings, lines } = await mailHost('tls', { timeoutMs: 1500 })
  const silent = { ...settings, smtp: { ...settings.smtp, port: await startSilence() } }
  const body = { provider: 'imap', credentials: silent }
  const leaving = new AbortController()
  const call = client.call('POST', '/v2/auth/intent', body, leaving.signal).catch((error: unknown) => error)
  await expect.poll(() => imap.signedIn).toHaveLength(1)
  leaving.abort()
  await expect(call).resolves.toMatchObject({ name: 'AbortError' })
  expect((await startMail(client, settings)).body.object).toBe('Account')
  expect(smtp.signedIn).toHaveLength(1)
  expect(lines.filter((line) => line.includes('account.add'))).toHaveLength(1)
})

describe.each(['imap', 'smtp'] as const)('%s', (side) => {
  it('refuses a wrong password, without the server’s words', async () => {
    const { client, settings, lines } = await mailHost()
    const wrong = { ...settings, [side]: { ...settings[side], password: 'hunter2' } }
    const refused = await startMail(client, wrong)
    expect(refused).toMatchObject({ status: 401, body: { type: 'provider/invalid_credentials' } })
    expect(refused.body.detail).toMatch(new RegExp(`^${side}: password: `))
    expect(JSON.stringify(refused.body) + lines.join()).not.toMatch(/hunter2|anna|correct/)
  })

  it.each([
    ['an unknown host', 'host', async () => ({ host: 'nowhere.invalid' })],
    ['a host that is not allowed', 'host', async () => ({ host: 'mail.example.com' })],
    ['a port where nobody is', 'connection', async () => ({ port: await freePort() })],
  ])('reports %s', async (_what, fault, change) => {
    const certificate = await makeCertificate()
    const imap = await startImap('tls', certificate)
    const client = await WireClient.start({
      mailCertificateAuthority: certificate.cert,
      allowedMailHosts: ['localhost', 'nowhere.invalid'],
    })
    const smtp = await startSmtp('tls', certificate)
    const common = { ...mailbox, host: 'localhost', encryption: 'tls' }
    const settings = { imap: { ...common, port: imap.port }, smtp: { ...common, port: smtp.port } }
    const changed = { ...settings, [side]: { ...settings[side], ...(await change()) } }
    expect(await startMail(client, changed)).toMatchObject({
      status: 400,
      body: {
        type: 'provider/invalid_parameters',
        detail: expect.stringMatching(new RegExp(`^${side}: ${fault}: `)),
      },
    })
  })

  it.each(['tls', 'starttls'] as const)(
    'tells of a certificate that nobody trusts, over %s',
    async (line) => {
      const { client, settings } = await mailHost(line)
      const stranger = await makeCertificate()
      const { port } = side === 'imap' ? await startImap(line, stranger) : await startSmtp(line, stranger)
      const refused = await startMail(client, { ...settings, [side]: { ...settings[side], port } })
      expect(refused.status).toBe(400)
      expect(refused.body.detail).toMatch(new RegExp(`^${side}: certificate: `))
    },
  )

  it('reports a certificate for another name', async () => {
    const { client, settings } = await mailHost()
    const other = await makeCertificate('mail.elsewhere.example')
    const { port } = side === 'imap' ? await startImap('tls', other) : await startSmtp('tls', other)
    const refused = await startMail(client, { ...settings, [side]: { ...settings[side], port } })
    expect(refused.body.detail).toMatch(new RegExp(`^${side}: certificate: `))
  })

  it.each([
    ['plain', 'tls'],
    ['plain', 'starttls'],
  ] as const)('tells of a server that is %s where %s was asked for', async (line, encryption) => {
    const { client, settings, certificate } = await mailHost()
    const { port } = side === 'imap' ? await startImap(line, certificate) : await startSmtp(line, certificate)
    const refused = await startMail(client, { ...settings, [side]: { ...settings[side], port, encryption } })
    expect(refused.body.detail).toMatch(new RegExp(`^${side}: encryption: `))
  })

  it('reports a server that does not respond', async () => {
    const { client, settings } = await mailHost('tls', { timeoutMs: 1000 })
    const port = await startSilence()
    for (const encryption of ['tls', 'starttls']) {
      const silent = { ...settings, [side]: { ...settings[side], port, encryption } }
      expect(await startMail(client, silent)).toMatchObject({
        status: 504,
        body: { type: 'provider/timeout', detail: expect.stringMatching(new RegExp(`^${side}: timeout: `)) },
      })
    }
  })
})

describe('a persona by mail', () => {
  const anna = { user: 'plain.anna@sandbox.test', password: 'right' }

  it('follows its script without a mail server', async () => {
    const client = await WireClient.start()
    expect((await startMail(client, anna)).body).toMatchObject({ object: 'Account', name: 'Anna Sandbox' })
    const asked = await startMail(client, { ...anna, user: 'otp.anna@sandbox.test' })
    expect(asked.body.checkpoint).toMatchObject({ type: 'OTP' })
    expect(await startMail(client, { ...anna, password: 'wrong' })).toMatchObject({
      status: 401,
      body: { type: 'provider/invalid_credentials', detail: expect.stringMatching(/^imap: password: /) },
    })
  })

  it('can use servers of its domain', async () => {
    const client = await WireClient.start()
    const server = { ...anna, host: 'mail.sandbox.test', port: 993, encryption: 'tls' }
    expect((await startMail(client, { imap: server, smtp: server })).body.object).toBe('Account')
  })
})

it.each([
  {},
  { user: 'anna@example.com' },
  { imap: { ...mailbox, host: 'localhost', port: 993, encryption: 'tls' } },
  {
    imap: { ...mailbox, host: 'localhost', port: 70_000, encryption: 'tls' },
    smtp: { ...mailbox, host: 'localhost', port: 465, encryption: 'tls' },
  },
  {
    imap: { ...mailbox, host: 'local host', port: 993, encryption: 'tls' },
    smtp: { ...mailbox, host: 'localhost', port: 465, encryption: 'tls' },
  },
])('mail credentials of the wrong shape are a 400: %#', async (credentials) => {
  const client = await WireClient.start()
  const refused = await startMail(client, credentials)
  expect(refused).toMatchObject({ status: 400, body: { type: 'api/invalid_parameters' } })
  expect(refused.body.detail).not.toContain('horse')
})
