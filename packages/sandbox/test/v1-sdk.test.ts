import { UnipileClient } from 'unipile-node-sdk'
import { expect, it } from 'vitest'
import { solvedCaptcha, WireClient } from './wire-client.ts'

/** Starts a sandbox with the published SDK of API v1, which checks every response against its own schemas. */
async function start() {
  const client = await WireClient.start()
  const sdk = new UnipileClient(client.sandbox.url, 'key-for-tests', {
    validateRequestPayload: true,
    validateRequestPayloadLevel: 'error',
  })
  return { client, account: sdk.account, webhook: sdk.webhook }
}

const person = (name: string) => ({ username: `${name}@sandbox.test`, password: 'right' })

it('connects with credentials through every checkpoint it knows, and reads the account', async () => {
  const { client, account } = await start()
  const name = 'captcha+phone+2fa-sms+otp+contract.anna'
  const first = await account.connectLinkedin(person(name))
  expect(first).toMatchObject({ object: 'Checkpoint', checkpoint: { type: 'CAPTCHA' } })
  const { account_id } = first
  const solve = (code: string) => account.solveCodeCheckpoint({ provider: 'LINKEDIN', account_id, code })

  const data =
    'checkpoint' in first && first.checkpoint.type === 'CAPTCHA' ? first.checkpoint.data : undefined
  expect(await solve(await solvedCaptcha(data ?? ''))).toMatchObject({
    checkpoint: { type: 'PHONE_REGISTER' },
  })
  expect(await solve('(+33)0612345678')).toMatchObject({ checkpoint: { type: '2FA', source: 'SMS' } })
  expect(await solve(await client.newestCode(name))).toMatchObject({ checkpoint: { type: 'OTP' } })
  expect(await solve(await client.newestCode(name))).toMatchObject({
    account_id,
    checkpoint: {
      type: 'CONTRACT_CHOOSER',
      contract_options: [{ id: 'contract-recruiter' }, { id: 'contract-sales' }],
    },
  })
  await expect(account.getOne(account_id)).rejects.toMatchObject({
    body: { type: 'errors/resource_not_found', status: 404 },
  })
  expect(await solve('contract-sales')).toEqual({ object: 'AccountCreated', account_id })

  expect(await account.getOne(account_id)).toMatchObject({
    object: 'Account',
    type: 'LINKEDIN',
    id: account_id,
    name: 'Anna Sandbox',
    connection_params: { im: { username: `${name}@sandbox.test` } },
    sources: [{ status: 'OK' }],
  })
})

it.each([
  [
    'connectLinkedinWithCookie',
    'LINKEDIN',
    { access_token: 'plain.anna@sandbox.test', user_agent: 'Mozilla/5.0' },
  ],
  ['connectInstagram', 'INSTAGRAM', person('plain.anna')],
  ['connectMessenger', 'MESSENGER', person('plain.anna')],
  ['connectTwitter', 'TWITTER', { ...person('plain.anna'), email: 'plain.anna@sandbox.test' }],
] as const)('%s links at once', async (method, type, form) => {
  const { account } = await start()
  const calls = {
    connectLinkedinWithCookie: () => account.connectLinkedinWithCookie({ access_token: '', ...form }),
    connectInstagram: () => account.connectInstagram({ username: '', password: '', ...form }),
    connectMessenger: () => account.connectMessenger({ username: '', password: '', ...form }),
    connectTwitter: () => account.connectTwitter({ username: '', password: '', email: '', ...form }),
  }
  const linked = await calls[method]()
  expect(linked).toMatchObject({ object: 'AccountCreated' })
  expect(await account.getOne(linked.account_id)).toMatchObject({ type, sources: [{ status: 'OK' }] })
})

const mailbox = {
  provider: 'MAIL',
  imap_user: 'plain.anna@sandbox.test',
  imap_password: 'right',
  imap_host: 'imap.sandbox.test',
  imap_port: 993,
  imap_encryption: 'tls',
  smtp_user: 'plain.anna@sandbox.test',
  smtp_password: 'right',
  smtp_host: 'smtp.sandbox.test',
  smtp_port: 465,
} as const

it('connects a mailbox with its servers', async () => {
  const { account } = await start()
  const linked = await account.connect(mailbox)
  expect(await account.getOne(linked.account_id)).toMatchObject({
    type: 'MAIL',
    connection_params: { mail: { imap_user: 'plain.anna@sandbox.test' } },
  })
})

it('shows a QR code, and has the account after the scan', async () => {
  const { client, account } = await start()
  for (const connect of [() => account.connectWhatsapp(), () => account.connectTelegram()]) {
    const { code, account_id } = await connect()
    await expect(account.getOne(account_id)).rejects.toMatchObject({ body: { status: 404 } })
    client.passSeconds(200)
    expect((await client.scan(code, 'plain.anna')).status).toBe(200)
    expect(await account.getOne(account_id)).toMatchObject({ id: account_id, sources: [{ status: 'OK' }] })
  }
})

it('reconnects by credentials and by a QR code', async () => {
  const { client, account } = await start()
  const linked = await account.connectInstagram(person('otp.anna'))
  const solve = async () =>
    account.solveCodeCheckpoint({
      provider: 'INSTAGRAM',
      account_id: linked.account_id,
      code: await client.newestCode('otp.anna'),
    })
  await solve()
  await client.call('POST', `/phone/accounts/${linked.account_id}`, { status: 'disconnected' })
  expect(await account.getOne(linked.account_id)).toMatchObject({ sources: [{ status: 'CREDENTIALS' }] })
  const asked = await account.reconnectInstagram({ account_id: linked.account_id, ...person('otp.anna') })
  expect(asked).toMatchObject({ account_id: linked.account_id, checkpoint: { type: 'OTP' } })
  expect(await solve()).toEqual({ object: 'AccountReconnected', account_id: linked.account_id })
  expect(await account.getOne(linked.account_id)).toMatchObject({ sources: [{ status: 'OK' }] })

  const shown = await account.connectWhatsapp()
  await client.scan(shown.code, 'plain.anna')
  await client.call('POST', `/phone/accounts/${shown.account_id}`, { status: 'disconnected' })
  const again = await account.reconnectWhatsapp(shown.account_id)
  expect(again.account_id).toBe(shown.account_id)
  await client.scan(again.code, 'plain.anna')
  expect(await account.getOne(shown.account_id)).toMatchObject({ sources: [{ status: 'OK' }] })
})

it('lists page by page, resyncs, and deletes', async () => {
  const { account } = await start()
  for (const name of ['anna', 'ben', 'carl']) await account.connectInstagram(person(`plain.${name}`))
  const first = await account.getAll({ limit: 2 })
  expect(first.items.map(({ name }) => name)).toEqual(['Carl Sandbox', 'Ben Sandbox'])
  const second = await account.getAll({ limit: 2, cursor: String(first.cursor) })
  expect(second.items.map(({ name }) => name)).toEqual(['Anna Sandbox'])
  expect(second.cursor).toBeNull()

  const [{ id } = { id: '' }] = second.items
  expect(await account.resyncLinkedinAccount({ account_id: id })).toMatchObject({ object: 'AccountResync' })
  expect(await account.delete(id)).toEqual({ object: 'AccountDeleted' })
  await expect(account.delete(id)).rejects.toMatchObject({ body: { type: 'errors/resource_not_found' } })
})

it('reads the accounts of every provider, and none of API v2', async () => {
  const { client, account } = await start()
  await client.signIn('plain.other')
  await client.call('POST', '/v2/auth/intent', { provider: 'mock', credentials: {} })
  await account.connectLinkedin(person('plain.anna'))
  await account.connectInstagram(person('plain.anna'))
  await account.connectMessenger(person('plain.anna'))
  await account.connectTwitter({ ...person('plain.anna'), email: 'plain.anna@sandbox.test' })
  for (const connect of [() => account.connectWhatsapp(), () => account.connectTelegram()]) {
    await client.scan((await connect()).code, 'plain.anna')
  }
  await account.connect(mailbox)
  for (const provider of ['GOOGLE', 'OUTLOOK'] as const) {
    const { url } = await account.createHostedAuthLink({
      type: 'create',
      providers: [provider],
      expiresOn: '2026-01-15T10:30:00.000Z',
      api_url: client.sandbox.url,
    })
    const body = new URLSearchParams({ provider: provider.toLowerCase(), as: 'plain.anna' })
    await fetch(url, { method: 'POST', redirect: 'manual', body })
  }
  const { items } = await account.getAll({ limit: 20 })
  expect(items.map(({ type }) => type)).toEqual([
    'OUTLOOK',
    'GOOGLE_OAUTH',
    'MAIL',
    'TELEGRAM',
    'WHATSAPP',
    'TWITTER',
    'MESSENGER',
    'INSTAGRAM',
    'LINKEDIN',
  ])
  const list = await client.call('GET', '/v2/accounts/')
  expect(list.body.data).toHaveLength(2)
})

it('a part that does not work is a source of its own', async () => {
  const { client, account } = await start()
  const { account_id } = await account.connectLinkedin(person('plain.anna'))
  await client.call('POST', `/phone/accounts/${account_id}`, { status: 'partial', product: 'recruiter' })
  expect(await account.getOne(account_id)).toMatchObject({
    sources: [{ status: 'OK' }, { status: 'CREDENTIALS' }],
  })
})

it('creates, lists and deletes webhooks', async () => {
  const { account, webhook } = await start()
  const { account_id } = await account.connectLinkedin(person('plain.anna'))
  const created = await webhook.create({
    source: 'account_status',
    request_url: 'https://app.example/hooks',
    name: 'Statuses',
    account_ids: [account_id],
    headers: [{ key: 'Unipile-Auth', value: 'a-secret' }],
  })
  expect(await webhook.getAll()).toMatchObject({
    items: [
      { id: created.webhook_id, request_url: 'https://app.example/hooks', account_ids: [{ id: account_id }] },
    ],
  })
  expect(await webhook.delete(created.webhook_id)).toEqual({ object: 'WebhookDeleted' })
  expect(await webhook.getAll()).toMatchObject({ items: [] })
})

it('creates links to the hosted wizard', async () => {
  const { account } = await start()
  const common = { expiresOn: '2026-01-15T10:30:00.000Z', api_url: 'https://api1.unipile.com:13111' }
  const link = await account.createHostedAuthLink({ type: 'create', providers: ['LINKEDIN'], ...common })
  expect(link).toMatchObject({ object: 'HostedAuthUrl', url: expect.stringContaining('/wizard/') })
  const linked = await account.connectInstagram(person('plain.anna'))
  const again = { type: 'reconnect', reconnect_account: linked.account_id, ...common } as const
  expect(await account.createHostedAuthLink(again)).toMatchObject({ object: 'HostedAuthUrl' })
})

it.each([
  ['a wrong password', { ...person('plain.anna'), password: 'wrong' }, 'errors/invalid_credentials', 401],
  ['a restricted person', person('restricted.eve'), 'errors/account_restricted', 403],
  ['a person who is already linked', person('duplicate.dan'), 'errors/already_exists', 403],
  ['an outage', person('outage.olga'), 'errors/provider_error', 500],
  ['another sign-in in progress', person('in-progress.anna'), 'errors/auth_in_progress', 425],
])('%s is refused', async (_, form, type, status) => {
  const { account } = await start()
  await expect(account.connectLinkedin(form)).rejects.toMatchObject({ body: { type, status } })
})

it.each([
  ['connectGoogle', { provider: 'GOOGLE_OAUTH' }],
  ['connectOutlook', { provider: 'OUTLOOK', id: 'someone', username: 'plain.anna@sandbox.test' }],
] as const)('%s takes no token that the authorization server did not give', async (_, form) => {
  const { account } = await start()
  await expect(
    account.connect({ ...form, access_token: 'made-up', refresh_token: 'made-up' }),
  ).rejects.toMatchObject({ body: { type: 'errors/invalid_credentials', status: 401 } })
})
