import { describe, expect, it } from 'vitest'
import { createAccountsClient, createConnectClient } from '../client/index.ts'
import { ConnectError } from '../errors/index.ts'
import { type Intent, Secret } from '../protocol/index.ts'
import { sampleAccount } from './samples.ts'
import { scriptedAccounts } from './scripted-accounts.ts'
import { type ScriptedBackend, scriptedBackend } from './scripted-backend.ts'
import { scriptedTransport } from './scripted-transport.ts'

const ORIGIN = 'http://host.test'
const code = { type: 'otp', id: 'code', format: 'digits', length: 6 } as const
const linked = { type: 'linked', account: sampleAccount } as const

/** The real clients, whose requests `backend` answers. */
function clientsOf(backend: ScriptedBackend) {
  const options = {
    session: 'token',
    baseUrl: `${ORIGIN}/connect`,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => backend(new Request(input, init)),
  }
  return { flow: createConnectClient(options), accounts: createAccountsClient(options) }
}

const started = {
  provider: 'linkedin',
  method: 'credentials',
  credentials: new Secret({ username: 'anna', password: 'secret' }),
  idempotencyKey: 'key-1',
}

const request = (path: string, init: RequestInit = {}) =>
  new Request(ORIGIN + path, { ...init, headers: { authorization: 'Bearer token', ...init.headers } })

describe('scriptedBackend', () => {
  it('walks the real client through a sign-in, with its stream', async () => {
    const answers: string[] = []
    const { flow } = clientsOf(
      scriptedBackend(
        scriptedTransport({
          start: ({ credentials }) => {
            answers.push(String(credentials?.reveal().password))
            return code
          },
          solve: (answer) => {
            answers.push(answer)
            return linked
          },
        }),
      ),
    )
    expect((await flow.listProviders()).map(({ id }) => id)).toContain('linkedin')
    const intent = await flow.startIntent(started)
    expect(intent.step).toEqual(code)
    const shown = new Promise<Intent>((resolve, reject) => {
      const stop = flow.watch(intent.id, {
        onIntent(news) {
          if (news.step.type !== 'linked') return
          stop()
          resolve(news)
        },
        onError: reject,
      })
    })
    await flow.solve(intent.id, { checkpoint: 'code', answer: new Secret('123456') })
    expect((await shown).step).toEqual(linked)
    expect(answers).toEqual(['secret', '123456'])
  })

  it('refuses as the handler does: with a problem document and its status', async () => {
    const { flow } = clientsOf(
      scriptedBackend(
        scriptedTransport({ start: () => new ConnectError('provider_rate_limited', { retryAfter: 7 }) }),
      ),
    )
    await expect(flow.startIntent(started)).rejects.toMatchObject({
      code: 'provider_rate_limited',
      retryAfter: 7,
    })
    await expect(flow.getIntent('unknown')).rejects.toMatchObject({ code: 'intent_not_found' })
  })

  it.each<[what: string, code: string, status: number, Request]>([
    ['no session', 'session_missing', 401, new Request(`${ORIGIN}/connect/providers`)],
    ['another path', 'not_found', 404, request('/other/providers')],
    ['no such call', 'not_found', 404, request('/connect/intents', { method: 'PUT' })],
    ['no JSON', 'invalid_json', 400, request('/connect/intents', { method: 'POST', body: 'x' })],
    [
      'an unknown member',
      'invalid_request',
      400,
      request('/connect/intents', {
        method: 'POST',
        headers: { 'idempotency-key': 'k' },
        body: JSON.stringify({ provider: 'linkedin', method: 'credentials', credential: {} }),
      }),
    ],
    [
      'no key',
      'invalid_request',
      400,
      request('/connect/intents', {
        method: 'POST',
        body: JSON.stringify({ provider: 'linkedin', method: 'credentials' }),
      }),
    ],
    ['no list of accounts', 'not_found', 404, request('/connect/accounts')],
  ])('refuses a request with %s', async (_, code, status, given) => {
    const response = await scriptedBackend(scriptedTransport())(given)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ code, status })
  })

  it('has the list of accounts, if it is given one', async () => {
    const { accounts } = clientsOf(
      scriptedBackend(scriptedTransport(), { accounts: scriptedAccounts({ accounts: [sampleAccount] }) }),
    )
    expect(await accounts.list()).toEqual([sampleAccount])
    expect(await accounts.rename('a1', 'Work')).toMatchObject({ name: 'Work' })
    await accounts.disconnect('a1')
    expect(await accounts.list()).toEqual([])
  })
})
