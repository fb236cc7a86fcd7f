import { createHmac } from 'node:crypto'
import { createAccountsClient, createConnectClient } from '@connect-account/core/client'
import { ConnectError } from '@connect-account/core/errors'
import { Secret } from '@connect-account/core/protocol'
import { signInName } from '@connect-account/sandbox/testing'
import { createConnectHandler } from '@connect-account/server'
import type { Attack } from '../attack.ts'
import { Caller } from '../host/caller.ts'
import { API_KEY, SESSION_SECRET } from '../host/host.ts'

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A JWT that somebody else signs who has the same secret, or nobody. */
function forge(header: object, claims: object, secret = SESSION_SECRET): string {
  const content = `${encode(header)}.${encode(claims)}`
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
}

export const sessionAttacks: Attack[] = [
  {
    name: 'session signed by another signer',
    tried:
      'tokens that others sign with the host’s own secret, that nobody signs, or that serve another purpose',
    async run(ground) {
      const host = await ground.host()
      const claims = {
        sub: ground.name('anna'),
        exp: Math.floor(Date.now() / 1000) + 600,
        iat: Math.floor(Date.now() / 1000),
        aud: 'connect-account session',
      }
      await (await host.as(ground.name('mallory'))).consent()
      const state = host.upstream.lastCallback().searchParams.get('ca_state') ?? ''
      const tokens: Record<string, string> = {
        'a plain JWT': forge({ alg: 'HS256' }, claims),
        'a JWT of our type': forge({ alg: 'HS256', typ: 'connect-session+jwt' }, claims),
        'a token without a signature': `${encode({ alg: 'none', typ: 'connect-session+jwt' })}.${encode(claims)}.`,
        'the state of a consent': state,
      }
      const accepted = []
      for (const [what, token] of Object.entries(tokens)) {
        const { status } = await new Caller(`${host.url}/connect`, token).send('GET', '/accounts')
        if (status !== 401) accepted.push(`${what}: ${status}`)
      }
      return {
        held: accepted.length === 0,
        happened: accepted.join(', ') || `${Object.keys(tokens).length} refused`,
      }
    },
  },
  {
    name: 'session as a wizard’s proof',
    tried: 'the state of a consent reports an account at the wizard’s address',
    async run(ground) {
      const host = await ground.host()
      const mallory = await host.as(ground.name('mallory'))
      await mallory.consent()
      const state = host.upstream.lastCallback().searchParams.get('ca_state') ?? ''
      const body = { status: 'CREATION_SUCCESS', account_id: 'acc_theirs' }
      const { status } = await host.stranger.send('POST', `/links/wizard/${state}`, body)
      const held = status >= 400 && status < 500 && (await mallory.accounts()).length === 0
      return { held, happened: `answered ${status}` }
    },
  },
  {
    name: 'another user signs in under a mounted flow',
    tried: 'the page’s session becomes another user’s in the middle of a sign-in',
    async run(ground) {
      const host = await ground.host()
      const [first, second] = [ground.name('anna'), ground.name('bob')]
      let user = first
      const options = {
        baseUrl: `${host.url}/connect`,
        // Short, so that the next call asks the host again.
        session: () => host.handler.mintSession({ userId: user, expiresIn: 1 }),
      }
      const client = createConnectClient(options)
      const input = {
        provider: 'linkedin',
        method: 'credentials',
        credentials: new Secret({ username: signInName('otp', first), password: 'right' }),
      }
      const intent = await client.startIntent({ ...input, idempotencyKey: ground.name('key') })
      const checkpoint = 'id' in intent.step ? intent.step.id : ''
      const answer = new Secret(await host.phone.code(signInName('otp', first)))
      user = second
      await new Promise((resolve) => setTimeout(resolve, 1_100))
      const refused = await client.solve(intent.id, { checkpoint, answer }).then(
        () => undefined,
        (error: unknown) => (error instanceof ConnectError ? error.code : String(error)),
      )
      const seen = await createAccountsClient(options).list()
      const linked = (await (await host.as(first)).accounts()).length + seen.length
      return {
        held: refused !== undefined && linked === 0,
        happened: refused === undefined ? 'the answer was taken' : `the answer is refused: ${refused}`,
      }
    },
  },
  {
    name: 'other users’ ids',
    tried: 'a user reads, answers, cancels, renames and disconnects what belongs to another one',
    async run(ground) {
      const host = await ground.host()
      const owner = ground.name('anna')
      const anna = await host.as(owner)
      const mallory = await host.as(ground.name('mallory'))
      await anna.signIn(signInName('plain', owner))
      const [account] = await anna.accounts()
      const { id } = await anna.signIn(signInName('otp', owner))
      const calls: [string, string, object?][] = [
        ['GET', `/intents/${id}`],
        ['GET', `/intents/${id}/events`],
        ['POST', `/intents/${id}/solve`, { checkpoint: 'x', answer: '1' }],
        ['POST', `/intents/${id}/resend`],
        ['POST', `/intents/${id}/challenge`, {}],
        ['DELETE', `/intents/${id}`],
        ['GET', `/accounts/${account?.id}`],
        ['PATCH', `/accounts/${account?.id}`, { name: 'Mine' }],
        ['DELETE', `/accounts/${account?.id}`],
      ]
      const through = []
      for (const [method, path, body] of calls) {
        const { status } = await mallory.send(method, path, body)
        if (status !== 404) through.push(`${method} ${path.replace(/[^/]{20,}/, '…')}: ${status}`)
      }
      return { held: through.length === 0, happened: through.join(', ') || `${calls.length} calls, each 404` }
    },
  },
  {
    name: 'weak settings',
    tried: 'a host sets short or simple secrets, and sends its key or its users over plain http',
    async run(ground) {
      const { url } = await ground.host()
      const good = {
        apiKey: API_KEY,
        database: 'memory://',
        sessionSecret: SESSION_SECRET,
        apiUrl: url,
      }
      const weak = {
        'a webhook secret of one letter': { webhookSecret: 'x' },
        'a session secret of one letter, repeated': { sessionSecret: 'a'.repeat(40) },
        'an API address with plain http': { apiUrl: 'http://api.unipile.example' },
        'a public address with plain http': { publicUrl: 'http://host.example' },
      }
      const accepted = []
      for (const [what, settings] of Object.entries(weak)) {
        const handler = await createConnectHandler({ ...good, ...settings }).catch((error: unknown) => {
          if (error instanceof ConnectError && error.code === 'invalid_setting') return undefined
          throw error
        })
        if (handler) accepted.push(what)
        await handler?.close()
      }
      return {
        held: accepted.length === 0,
        happened: accepted.length
          ? `accepted: ${accepted.join(', ')}`
          : 'each is refused when the host starts',
      }
    },
  },
]
