import { signInName } from '@connect-account/sandbox/testing'
import * as v from 'valibot'
import type { Attack } from '../attack.ts'
import { Caller, codeOf } from '../host/caller.ts'
import type { Host } from '../host/host.ts'

const openedSchema = v.looseObject({ session: v.string() })

/** Opens a link as its visitor's browser does. */
async function openLink(host: Host, url: string): Promise<Caller> {
  const token = new URL(url).pathname.split('/').at(-1) ?? ''
  const answer = await host.stranger.send('POST', `/links/${token}/session`)
  return new Caller(`${host.url}/connect`, v.parse(openedSchema, answer.body).session)
}

export const linkAttacks: Attack[] = [
  {
    name: 'self-made links',
    tried:
      'a user with a session makes a link that lives for 30 days and asks for more than the product does',
    async run(ground) {
      const host = await ground.host()
      const mallory = await host.as(ground.name('mallory'))
      const asked = [
        {},
        { expiresInMinutes: 43_200 },
        { providers: ['google'], scopes: ['https://mail.google.com/'] },
      ]
      const answers = []
      for (const body of asked) answers.push(await mallory.send('POST', '/links', body))
      const made = answers.filter(({ status }) => status === 201).length
      return {
        held: made === 0,
        happened: made > 0 ? `${made} links were made` : `refused: ${answers.map(codeOf).join(', ')}`,
      }
    },
  },
  {
    name: 'a link for another purpose',
    tried:
      'a link’s visitor reconnects an account of its owner whose id they know, and reads what is not theirs',
    async run(ground) {
      const host = await ground.host()
      const owner = ground.name('anna')
      const anna = await host.as(owner)
      await anna.signIn(signInName('plain', owner))
      const [account] = await anna.accounts()
      const { url } = await host.handler.createLink({ userId: owner, providers: ['linkedin'] })
      const visitor = await openLink(host, url)
      const credentials = { username: signInName('plain', owner), password: 'right' }
      const start = { provider: 'linkedin', method: 'credentials', credentials, accountId: account?.id }
      const calls: [string, string, object?][] = [
        ['POST', '/intents', start],
        ['POST', '/links', {}],
        ['GET', '/accounts'],
        ['GET', '/accounts/events'],
        ['GET', `/accounts/${account?.id}`],
        ['PATCH', `/accounts/${account?.id}`, { name: 'Mine' }],
        ['DELETE', `/accounts/${account?.id}`],
      ]
      const through = []
      for (const [method, path, body] of calls) {
        const { status } = await visitor.send(method, path, body)
        if (status < 400 || status >= 500)
          through.push(`${method} ${path.replace(/[^/]{20,}/, '…')}: ${status}`)
      }
      return {
        held: through.length === 0,
        happened: through.join(', ') || `${calls.length} calls are refused`,
      }
    },
  },
  {
    name: 'a link that spends its owner’s limits',
    tried: 'a link’s visitor starts 25 attempts that cannot succeed',
    async run(ground) {
      const host = await ground.host()
      const owner = ground.name('anna')
      const { url } = await host.handler.createLink({ userId: owner, providers: ['linkedin'] })
      const visitor = await openLink(host, url)
      for (let count = 0; count < 25; count++) {
        await visitor.send('POST', '/intents', {
          provider: 'linkedin',
          method: 'credentials',
          credentials: {},
        })
      }
      const answer = await (await host.as(owner)).send('POST', '/intents', {
        provider: 'linkedin',
        method: 'credentials',
        credentials: { username: signInName('plain', owner), password: 'right' },
      })
      return {
        held: answer.status === 201,
        happened: `the owner's own start is answered with ${answer.status}`,
      }
    },
  },
]
