import { signInName } from '@connect-account/sandbox/testing'
import * as v from 'valibot'
import type { Attack } from '../attack.ts'
import { Caller, codeOf } from '../host/caller.ts'
import { continueWith, newBrowser } from '../host/open-link.ts'
import { becomesTrue } from '../until.ts'

/** Mail servers that only the host's own network, or Unipile's, can reach. */
const privateHosts = [
  '168.63.129.16',
  '169.254.169.254',
  '10.0.0.1',
  '192.168.1.1',
  '127.0.0.1',
  '0x7f000001',
  '2130706433',
  'localhost',
  '::1',
  '::ffff:10.0.0.1',
  '100.64.0.1',
]

const openedSchema = v.looseObject({ session: v.string() })

export const detailAttacks: Attack[] = [
  {
    name: 'private mail servers',
    tried: 'a user names mail servers in private networks, in every spelling of their addresses',
    async run(ground) {
      // Nobody else's requests are counted.
      const host = await ground.host({ webhooks: false, api: 'v2' })
      const accepted = []
      for (const name of privateHosts) {
        const mallory = await host.as(ground.name('mallory'))
        const server = (kind: string) => ({
          [`${kind}_host`]: name,
          [`${kind}_port`]: '993',
          [`${kind}_encryption`]: 'tls',
        })
        const credentials = {
          user: 'anna@mail.example',
          password: 'right',
          ...server('imap'),
          ...server('smtp'),
        }
        const start = { provider: 'imap', method: 'manual', credentials }
        const before = host.upstream.posted()
        const answer = await mallory.send('POST', '/intents', start)
        const isSent = host.upstream.posted() > before
        if (answer.status !== 422 || isSent) {
          accepted.push(`${name}: ${answer.status}${isSent ? ', sent to Unipile' : ''}`)
        }
      }
      return {
        held: accepted.length === 0,
        happened: accepted.join(', ') || `${privateHosts.length} are refused, none is sent to Unipile`,
      }
    },
  },
  {
    name: 'long reasons',
    tried: 'Unipile reports a restricted account with a reason of 100,000 letters',
    async run(ground) {
      const host = await ground.host()
      const userId = ground.name('anna')
      const anna = await host.as(userId)
      host.upstream.replace('"detail":"', `"detail":"${'x'.repeat(100_000)}`)
      const { step } = await anna.signIn(signInName('restricted', userId))
      const { length } = JSON.stringify(step)
      const told = host.callbacks.reduce((longest, text) => Math.max(longest, text.length), 0)
      return {
        held: step.type === 'restricted' && length < 2_000 && told < 2_000,
        happened: `the attempt is ${step.type}, with ${length} letters; the callback gets ${told}`,
      }
    },
  },
  {
    name: 'an erased user',
    tried: 'the host erases a user in the middle of a sign-in, who goes on with the session from before',
    async run(ground) {
      const host = await ground.host()
      const userId = ground.name('anna')
      const anna = await host.as(userId)
      const person = signInName('plain', userId)
      await anna.signIn(person)
      const waiting = signInName('otp', userId)
      const { id, step } = await anna.signIn(waiting)
      await host.handler.links.create({ userId })
      await host.handler.users.erase(userId)
      const answer = { checkpoint: step.id, answer: await host.phone.code(waiting) }
      const solved = await anna.send('POST', `/intents/${id}/solve`, answer)
      const tables = await host.query(
        "select table_name from information_schema.columns where column_name = 'user_id' and table_name like 'connect_%'",
      )
      const left = []
      for (const { table_name: table } of tables) {
        const [row] = await host.query(`select count(*)::int as rows from ${table} where user_id = $1`, [
          userId,
        ])
        if (row?.rows !== 0) left.push(`${table}: ${row?.rows}`)
      }
      const isGone = await becomesTrue(async () => {
        const people = await Promise.all([person, waiting].map((name) => host.phone.look(name)))
        return people.every(({ accounts }) => accounts.length === 0)
      })
      return {
        held: left.length === 0 && isGone && solved.status >= 400,
        happened: `the answer is refused as ${codeOf(solved)}, ${left.join(', ') || 'no row'} is left, the account ${isGone ? 'is removed' : 'stays'} at Unipile`,
      }
    },
  },
  {
    name: 'two attempts of one link at once',
    tried: 'two tabs of a link sign in to one account at the same moment, ten times, while its webhooks come',
    async run(ground) {
      const host = await ground.host()
      const codes: (string | undefined)[] = []
      let wrong = 0
      for (let round = 0; round < 10; round++) {
        const userId = ground.name('anna')
        const { url } = await host.handler.links.create({ userId, providers: ['linkedin'] })
        const browser = newBrowser()
        const opened = v.parse(openedSchema, (await continueWith(host, url, browser)).body)
        const visitor = new Caller(`${host.url}/connect`, opened.session)
        const credentials = { username: signInName('plain', userId), password: 'right' }
        const start = { provider: 'linkedin', method: 'credentials', credentials }
        const answers = await Promise.all([1, 2].map(() => visitor.send('POST', '/intents', start)))
        codes.push(...answers.filter(({ status }) => status >= 500).map(codeOf))
        if ((await (await host.as(userId)).accounts()).length !== 1) wrong++
      }
      return {
        held: codes.length === 0 && wrong === 0,
        happened:
          codes.length + wrong === 0 ? 'one account each time, no 500' : `${codes.join()}, ${wrong} wrong`,
      }
    },
  },
  {
    name: 'a link that is looked at',
    tried: 'a scanner of messages asks for a link with HEAD and GET, ten times each',
    async run(ground) {
      const host = await ground.host()
      const { url } = await host.handler.links.create({
        userId: ground.name('anna'),
        providers: ['linkedin'],
      })
      const statuses = new Set<number>()
      for (let time = 0; time < 10; time++) {
        for (const method of ['HEAD', 'GET']) statuses.add((await fetch(url, { method })).status)
      }
      const opened = await continueWith(host, url, newBrowser())
      return {
        held: opened.status === 200 && !statuses.has(500),
        happened: `answered ${[...statuses].join(', ')}; its visitor's own browser is answered with ${opened.status}`,
      }
    },
  },
]
