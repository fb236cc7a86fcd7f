import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { receiveEvents } from './event-receiver.ts'
import { WireClient, type WireResponse } from './wire-client.ts'

const BACK = 'http://app.example/connect/oauth/callback?tab=1'

function startOauth(client: WireClient, more: Record<string, unknown> = {}): Promise<WireResponse> {
  return client.call('POST', '/v2/auth/intent', {
    provider: 'google',
    oauth_callback_redirect_uri: BACK,
    state: 'our-state',
    ...more,
  })
}

/** A browser without scripts: keeps cookies and follows redirects within the sandbox. */
class Browser {
  readonly #origin: string
  readonly #cookies = new Map<string, { value: string; path: string }>()
  readonly #accept: string
  #address = ''

  constructor(client: WireClient, accept = '*/*') {
    this.#origin = client.sandbox.url
    this.#accept = accept
  }

  open(url: string): Promise<Seen> {
    return this.#go(url, { method: 'GET' })
  }

  submit(fields: Record<string, string>): Promise<Seen> {
    return this.#go(this.#address, { method: 'POST', body: new URLSearchParams(fields) })
  }

  /** Signs in as a persona and allows access. */
  async consentAs(url: string, persona: string): Promise<Seen> {
    await this.open(url)
    const asked = await this.submit({ as: persona })
    return asked.at.startsWith(this.#origin) ? this.submit({ answer: 'allow' }) : asked
  }

  async #go(url: string, init: RequestInit): Promise<Seen> {
    const target = new URL(url, this.#address || undefined)
    const cookie = [...this.#cookies]
      .filter(([, { path }]) => target.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')
    const response = await fetch(target, {
      ...init,
      redirect: 'manual',
      headers: { accept: this.#accept, cookie },
      signal: AbortSignal.timeout(10_000),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const path =
        attributes.find((attribute) => attribute.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
      const [name = '', value = ''] = pair.split('=')
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, { value, path })
    }
    this.#address = target.href
    const location = response.headers.get('location')
    if (location === null) {
      return {
        at: target.href,
        status: response.status,
        headers: response.headers,
        text: await response.text(),
      }
    }
    const next = new URL(location, target)
    if (next.origin !== this.#origin) {
      return { at: next.href, status: response.status, headers: response.headers, text: '' }
    }
    return this.#go(next.href, { method: 'GET' })
  }
}

interface Seen {
  readonly at: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

function outcome({ at }: Seen): Record<string, string> {
  const url = new URL(at)
  expect(url.origin + url.pathname).toBe('http://app.example/connect/oauth/callback')
  return Object.fromEntries(url.searchParams)
}

describe('an OAuth sign-in', () => {
  it.each([
    ['google', /^\d{21}$/],
    ['outlook', /^[0-9a-f-]{36}$/],
  ])(
    '%s links the person who allows access, and reports it to the app and the webhook',
    async (provider, userId) => {
      const { url, received } = await receiveEvents()
      const client = await WireClient.start({ webhook: { url, secret: 's' } })
      const scope = 'https://www.googleapis.com/auth/gmail.send'
      const { status, body } = await startOauth(client, { provider, config: { oauth_scope: [scope] } })
      expect({ status, body }).toEqual({ status: 200, body: expect.objectContaining({ object: 'OauthUrl' }) })
      expect(body.intent_id).toBe('')

      const browser = new Browser(client)
      const signIn = await browser.open(String(body.url))
      expect(signIn.text).toContain('Who is signing in?')
      const consent = await browser.submit({ as: 'plain.anna' })
      expect(consent.text).toContain('plain.anna@sandbox.test')
      expect(consent.text).toContain(scope)
      const back = outcome(await browser.submit({ answer: 'allow' }))
      expect(back).toEqual({
        tab: '1',
        account_id: expect.stringMatching(/^acc_/),
        provider,
        state: 'our-state',
      })

      expect((await client.call('GET', `/v2/accounts/${back.account_id}`)).body).toMatchObject({
        provider,
        name: 'Anna Sandbox',
        user_id: expect.stringMatching(userId),
        oauth_scope: scope,
      })
      await expect.poll(() => received[0]?.event).toMatchObject({ type: 'account.add' })
      expect(received[0]?.event).toMatchObject({
        account_id: back.account_id,
        payload: { state: 'our-state' },
      })
    },
  )

  it('asks for the person each time, even in the same browser', async () => {
    const client = await WireClient.start()
    const browser = new Browser(client)
    const first = await startOauth(client)
    expect(outcome(await browser.consentAs(String(first.body.url), 'plain.anna')).account_id).toBeDefined()
    const second = await startOauth(client)
    expect(outcome(await browser.consentAs(String(second.body.url), 'plain.ben')).account_id).toBeDefined()
  })

  it('fills in the login hint, and the owner of the account to reconnect', async () => {
    const client = await WireClient.start()
    const hinted = await startOauth(client, { login_hint: 'slow.anna@sandbox.test' })
    const page = await new Browser(client).open(String(hinted.body.url))
    expect(page.text).toContain('value="slow.anna@sandbox.test"')

    const { body } = await startOauth(client)
    const linked = outcome(await new Browser(client).consentAs(String(body.url), 'plain.ben'))
    const again = await startOauth(client, { account_id: linked.account_id })
    const browser = new Browser(client)
    expect((await browser.open(String(again.body.url))).text).toContain('value="plain.ben@sandbox.test"')
    await browser.submit({ as: 'plain.ben@sandbox.test' })
    expect(outcome(await browser.submit({ answer: 'allow' }))).toMatchObject({
      account_id: linked.account_id,
    })
  })

  it.each([
    ['duplicate.dan', 'api/already_exists', /^acc_/],
    ['restricted.eve', 'api/account_restricted', /restricted/],
    ['mismatch.finn', 'provider/account_mismatch', undefined],
    ['outage.gus', 'provider/server_error', undefined],
  ])('as %s returns %s', async (persona, type, detail) => {
    const client = await WireClient.start()
    const { body } = await startOauth(client)
    const back = outcome(await new Browser(client).consentAs(String(body.url), persona))
    expect(back).toMatchObject({ error_type: type, error_title: expect.any(String), state: 'our-state' })
    expect(back.account_id).toBeUndefined()
    if (detail) expect(back.error_detail).toMatch(detail)
  })

  it('can return without the account, or with nothing but the title of a failure', async () => {
    const client = await WireClient.start()
    const returned = async (persona: string) => {
      const { body } = await startOauth(client)
      return outcome(await new Browser(client).consentAs(String(body.url), persona))
    }
    const anonymous = await returned('return-without-id.anna')
    expect(anonymous).toMatchObject({ provider: 'google', state: 'our-state' })
    expect(anonymous).not.toHaveProperty('account_id')
    const titled = await returned('return-with-title+restricted.eve')
    expect(titled).toMatchObject({ error_title: expect.any(String) })
    expect(titled).not.toHaveProperty('error_type')
  })

  it('by someone other than the account’s owner returns a mismatch', async () => {
    const client = await WireClient.start()
    const { body } = await startOauth(client)
    const { account_id } = outcome(await new Browser(client).consentAs(String(body.url), 'plain.anna'))
    const again = await startOauth(client, { account_id })
    const back = outcome(await new Browser(client).consentAs(String(again.body.url), 'plain.ben'))
    expect(back.error_type).toBe('provider/account_mismatch')
  })

  it('fails on the provider’s pages once', async () => {
    const client = await WireClient.start()
    const first = await startOauth(client)
    const failed = outcome(await new Browser(client).consentAs(String(first.body.url), 'oauth-error.otto'))
    expect(failed).toMatchObject({ error_type: 'provider/server_error', state: 'our-state' })
    const second = await startOauth(client)
    const back = outcome(await new Browser(client).consentAs(String(second.body.url), 'oauth-error.otto'))
    expect(back.account_id).toBeDefined()
  })

  it('is slow for a slow persona', async () => {
    const client = await WireClient.start({ timings: { slowMs: 40 } })
    const { body } = await startOauth(client)
    const before = performance.now()
    const back = outcome(await new Browser(client).consentAs(String(body.url), 'slow.gina'))
    expect(back.account_id).toBeDefined()
    expect(performance.now() - before).toBeGreaterThan(38)
  })

  it.each([
    ['sign-in', []],
    ['consent', [{ as: 'plain.anna' }]],
  ] as const)('denied at the %s page links nothing', async (_page, before) => {
    const client = await WireClient.start()
    const { body } = await startOauth(client)
    const browser = new Browser(client)
    await browser.open(String(body.url))
    for (const fields of before) await browser.submit(fields)
    const back = outcome(await browser.submit({ answer: 'deny' }))
    expect(back).toMatchObject({ error_type: 'provider/access_denied', state: 'our-state' })
    expect((await client.call('GET', '/v2/accounts/')).body.data).toEqual([])
  })

  it('explains an invalid name on the page, and continues with a valid one', async () => {
    const client = await WireClient.start()
    const { body } = await startOauth(client)
    const browser = new Browser(client)
    await browser.open(String(body.url))
    const refused = await browser.submit({ as: '"><img src=x>' })
    expect(refused.status).toBe(401)
    expect(refused.text).toContain('role="alert"')
    expect(refused.text).not.toContain('<img')
    expect((await browser.submit({ as: 'plain.anna' })).text).toContain('Allow')
  })

  it('redirects people by a page, so that no form policy blocks the redirect', async () => {
    const client = await WireClient.start()
    const { body } = await startOauth(client)
    const browser = new Browser(client, 'text/html')
    await browser.open(String(body.url))
    await browser.submit({ as: 'plain.anna' })
    const leaving = await browser.submit({ answer: 'allow' })
    expect(leaving.status).toBe(200)
    const [, next = ''] = /content="0;url=([^"]+)"/.exec(leaving.text) ?? []
    expect(outcome(await browser.open(next)).account_id).toBeDefined()
  })
})

describe('the provider’s pages', () => {
  it('load nothing from other origins, run no script, and cannot be framed', async () => {
    const client = await WireClient.start()
    const { body } = await startOauth(client)
    const browser = new Browser(client)
    for (const seen of [await browser.open(String(body.url)), await browser.submit({ as: 'plain.anna' })]) {
      const policy = seen.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(seen.headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(seen.text).not.toMatch(/ (style|on\w+)=|<script|<style>/)
      for (const [, path] of seen.text.matchAll(/(?:href|src)="(\/[^"]+)"/g)) {
        expect((await client.fetch(path ?? '')).status).toBe(200)
      }
    }
  })

  it('have ended for a late return, a second return or a return without cookies', async () => {
    const client = await WireClient.start()
    const { body } = await startOauth(client)
    const browser = new Browser(client)
    const page = await browser.open(String(body.url))
    expect((await new Browser(client).open(page.at)).status).toBe(404)
    client.passSeconds(1801)
    expect(await browser.submit({ as: 'plain.anna' })).toMatchObject({
      status: 404,
      text: expect.stringContaining('This sign-in has ended'),
    })
  })

  it('refuse forms from another site', async () => {
    const client = await WireClient.start()
    const response = await client.fetch('/oauth/sign-in/x', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'answer=allow',
    })
    expect(response.status).toBe(403)
  })

  it('open again after a restart of the sandbox', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const stateFile = join(folder, 'state.json')
    const before = await WireClient.start({ stateFile })
    const { body } = await startOauth(before)
    await new Browser(before).open(String(body.url))
    await before.sandbox.close()
    const after = await WireClient.start({ stateFile, port: before.sandbox.port }, before.clock)
    const browser = new Browser(after)
    // The first attempt may use a connection from before the restart.
    await vi.waitFor(() => browser.open(String(body.url)), 5000)
    const back = outcome(await browser.consentAs(String(body.url), 'plain.anna'))
    expect(back).toMatchObject({ account_id: expect.stringMatching(/^acc_/), state: 'our-state' })
  })
})

describe('the callback', () => {
  it('works once', async () => {
    const client = await WireClient.start()
    const { body } = await startOauth(client)
    const state = new URL(String(body.url)).searchParams.get('state') ?? ''
    const browser = new Browser(client)
    expect(outcome(await browser.consentAs(String(body.url), 'plain.anna')).account_id).toBeDefined()
    expect((await browser.open(`${client.sandbox.url}/oauth/callback?state=${state}&code=x`)).status).toBe(
      404,
    )
  })

  it('links nothing with a code that it cannot exchange', async () => {
    const client = await WireClient.start()
    const { body } = await startOauth(client)
    const state = new URL(String(body.url)).searchParams.get('state') ?? ''
    const seen = await new Browser(client).open(
      `${client.sandbox.url}/oauth/callback?state=${state}&code=forged`,
    )
    expect(outcome(seen)).toMatchObject({ error_type: 'provider/invalid_authorization' })
  })
})

describe('the start of an OAuth sign-in', () => {
  it.each([
    {},
    { oauth_callback_redirect_uri: 'not a url' },
    { oauth_callback_redirect_uri: 'javascript:alert(1)' },
    { oauth_callback_redirect_uri: BACK, config: { oauth_scope: ['two words'] } },
  ])('%j is a 400', async (request) => {
    const client = await WireClient.start()
    const refused = await client.call('POST', '/v2/auth/intent', { provider: 'outlook', ...request })
    expect(refused).toMatchObject({ status: 400, body: { type: 'api/invalid_parameters' } })
  })
})
