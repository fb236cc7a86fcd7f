import { Secret } from '@connect-account/core/protocol'
import { type Sandbox, startSandbox } from '@connect-account/sandbox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUpstream, type UpstreamApi } from '../../src/upstream/create-upstream.ts'
import type { ProviderOptions } from '../../src/upstream/provider-options.ts'
import type { Upstream, UpstreamStart, WizardLinkInput } from '../../src/upstream/upstream.ts'
import { startBody as v1Start } from '../../src/upstream/v1/start-body.ts'
import { wizardLinkBody as v1Wizard } from '../../src/upstream/v1/wizard-link-body.ts'
import { startBody as v2Start } from '../../src/upstream/v2/start-body.ts'
import { wizardLinkBody as v2Wizard } from '../../src/upstream/v2/wizard-link-body.ts'

const everything: ProviderOptions = {
  products: ['classic', 'recruiter'],
  recruiterContractId: 'contract-7',
  scopes: ['mail.read', 'calendar.read'],
  initialSync: false,
  syncLimit: { chats: 50, messages: '2026-01-01T00:00:00.000Z' },
  timeZone: 'Europe/Paris',
  accountScopeId: 'scope-1',
}
const password = { username: 'plain.anna@sandbox.test', password: 'right' }
const server = (port: number) => ({ host: 'mail.sandbox.test', port, encryption: 'tls' as const })

const starts: Readonly<Record<string, UpstreamStart>> = {
  linkedin: start('linkedin', 'credentials', password),
  instagram: start('instagram', 'credentials', password),
  whatsapp: start('whatsapp', 'qr', {}),
  google: { ...start('google', 'consent', {}), callbackUrl: 'https://app.example/back' },
  imap: {
    ...start('imap', 'manual', { user: password.username, password: 'right' }),
    mail: { imap: server(993), smtp: server(465) },
  },
}

function start(provider: string, method: string, form: Record<string, string>): UpstreamStart {
  return { provider, method, credentials: new Secret(form), state: 's', options: everything }
}

test.each([
  ['linkedin', { user_timezone: 'Europe/Paris', config: { products: ['classic', 'recruiter'] } }],
  ['google', { config: { oauth_scope: ['mail.read', 'calendar.read'] } }],
  ['imap', { config: { initial_sync_enable: false } }],
])('API v2 starts %s with what that provider takes', (provider, members) => {
  expect(v2Start(starts[provider] ?? never())).toMatchObject({ account_scope_id: 'scope-1', ...members })
})

test.each(['instagram', 'whatsapp'])('API v2 has no options of %s but the scope', (provider) => {
  const body = v2Start(starts[provider] ?? never())
  expect(body).toMatchObject({ account_scope_id: 'scope-1' })
  expect(body).not.toHaveProperty('config')
})

test.each([
  [
    'linkedin',
    {
      disabled_features: ['linkedin_sales_navigator', 'linkedin_organizations_mailboxes'],
      recruiter_contract_id: 'contract-7',
      sync_limit: everything.syncLimit,
    },
  ],
  ['instagram', { sync_limit: everything.syncLimit }],
  ['imap', { sync_limit: 'NO_HISTORY_SYNC' }],
])('API v1 starts %s with what that provider takes', (provider, members) => {
  expect(v1Start(starts[provider] ?? never())).toMatchObject(members)
})

test('a reconnect leaves the products as they are', () => {
  const again = { ...(starts.linkedin ?? never()), accountId: 'acc_1' }
  expect(v2Start(again)).not.toHaveProperty('config')
  expect(v1Start(again)).not.toHaveProperty('disabled_features')
})

const link: WizardLinkInput = {
  expiresOn: new Date('2026-01-15T12:00:00.000Z'),
  redirectUri: 'https://app.example/back',
  state: 's',
  allowMethods: ['credentials'],
  proxy: { auto: { country: 'FR' } },
  options: { linkedin: everything, google: everything, outlook: {}, imap: everything },
}

test("Unipile's wizard is asked for what each provider takes", () => {
  const near = { auto_proxy_config: { country: 'FR' } }
  expect(v2Wizard(link)).toMatchObject({
    account_scope_id: 'scope-1',
    config: {
      linkedin: { allow_methods: ['credentials'], products: ['classic', 'recruiter'], ...near },
      instagram: { allow_methods: ['credentials'], ...near },
      whatsapp: near,
      google: { oauth_scope: ['mail.read', 'calendar.read'] },
      imap: { initial_sync_enable: false },
    },
  })
  expect(v2Wizard({ ...link, providers: ['google'] })).toMatchObject({
    providers: ['google'],
    config: { google: { oauth_scope: ['mail.read', 'calendar.read'] } },
  })
  expect(v1Wizard(link, new URL('https://api1.unipile.com'))).toMatchObject({
    disabled_features: ['linkedin_sales_navigator', 'linkedin_organizations_mailboxes'],
    sync_limit: { MAILING: 'NO_HISTORY_SYNC', MESSAGING: everything.syncLimit },
  })
})

/** The sandbox refuses every member that an official client does not have. */
describe.each<UpstreamApi>(['v2', 'v1'])('API %s', (api) => {
  let sandbox: Sandbox
  let upstream: Upstream

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, apiKey: 'k' })
    const timings = { upstreamTimeoutMs: 5000, mailTimeoutMs: 5000, waitTimeoutMs: 5000 }
    upstream = createUpstream(api, { apiKey: 'k', apiUrl: new URL(sandbox.url), timings }, Date.now)
  })
  afterAll(async () => {
    await upstream.close()
    await sandbox.close()
  })

  const offered = Object.entries(starts).filter(([provider]) => api === 'v2' || provider !== 'google')
  test.each(offered)('accepts a start of %s with every option', async (provider, input) => {
    const result = await (provider === 'imap' ? upstream.startMail(input) : upstream.start(input))
    expect(['account', 'checkpoint']).toContain(result.type)
  })

  test('accepts a wizard with every option', async () => {
    const expiresOn = new Date(Date.now() + 600_000)
    expect(await upstream.createWizardLink({ ...link, expiresOn })).toContain('/wizard/')
  })
})

function never(): never {
  throw new Error('There is no such start.')
}
