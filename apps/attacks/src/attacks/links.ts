import { signInName } from '@connect-account/sandbox/testing'
import type { Attack } from '../attack.ts'
import { codeOf } from '../host/caller.ts'
import { continueWith, newBrowser, openLink, tokenOf } from '../host/open-link.ts'

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
      const visitor = await openLink(host, { userId: owner, providers: ['linkedin'] })
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
      const visitor = await openLink(host, { userId: owner, providers: ['linkedin'] })
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
  {
    name: 'a stolen link address',
    tried: 'a second browser opens a link that another one has opened, with its address and with guesses',
    async run(ground) {
      const host = await ground.host()
      const { url } = await host.handler.links.create({
        userId: ground.name('anna'),
        providers: ['linkedin'],
      })
      const owner = await continueWith(host, url, newBrowser())
      const thief = await continueWith(host, url, newBrowser())
      const bare = await host.stranger.send('POST', `/links/${tokenOf(url)}/session`)
      return {
        held: owner.status === 200 && thief.status >= 400 && bare.status >= 400,
        happened: `the first browser: ${owner.status}, another one: ${codeOf(thief)}, without one: ${codeOf(bare)}`,
      }
    },
  },
  {
    name: 'a revoked link',
    tried: 'a link is opened, revoked, and used on with the session from before',
    async run(ground) {
      const host = await ground.host()
      const userId = ground.name('anna')
      const { id, url } = await host.handler.links.create({ userId, providers: ['linkedin'] })
      const visitor = await openLink(host, { userId, providers: ['linkedin'] })
      await host.handler.links.revoke({ userId })
      const opened = await continueWith(host, url, newBrowser())
      const credentials = { username: signInName('plain', userId), password: 'right' }
      const start = { provider: 'linkedin', method: 'credentials', credentials }
      const started = await visitor.send('POST', '/intents', start)
      const isLinked = (await (await host.as(userId)).accounts()).length > 0
      return {
        held: opened.status >= 400 && started.status >= 400 && !isLinked,
        happened: `link ${id.slice(0, 6)}… is refused as ${codeOf(opened)}, its session as ${codeOf(started)}`,
      }
    },
  },
]
