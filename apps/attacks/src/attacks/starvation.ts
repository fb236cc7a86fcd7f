import { once } from 'node:events'
import { Agent, type ClientRequest, get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { signInName } from '@connect-account/sandbox/testing'
import type { Attack } from '../attack.ts'
import type { Caller } from '../host/caller.ts'
import type { Host } from '../host/host.ts'
import { becomesTrue } from '../until.ts'

/** One user asks for more than a user needs. */

const STREAMS = 2_500
const RENAMES = 10_000
const RENAMES_AT_ONCE = 20
const SLOW_READERS = 20
/** Of the list that slow readers do not read: more than a connection's buffers hold. */
const MANY_ACCOUNTS = 20_000

/** How long a bystander's read may take while somebody attacks, in milliseconds: far less than a time-out. */
const READ_LIMIT_MS = 1_000

async function slowestRead(bystander: Caller, count = 20): Promise<number> {
  let slowest = 0
  for (let read = 0; read < count; read++) {
    const start = performance.now()
    await bystander.accounts()
    slowest = Math.max(slowest, performance.now() - start)
  }
  return Math.round(slowest)
}

async function linkOne(host: Host, userId: string): Promise<{ caller: Caller; accountId: string }> {
  const caller = await host.as(userId)
  await caller.signIn(signInName('plain', userId))
  const [account] = await caller.accounts()
  if (!account) throw new Error(`${userId} has no account.`)
  return { caller, accountId: account.id }
}

export const starvationAttacks: Attack[] = [
  {
    name: '2,500 event streams',
    tried: 'one user opens 2,500 event streams and renames an account ten times',
    async run(ground) {
      const host = await ground.host()
      const { caller, accountId } = await linkOne(host, ground.name('mallory'))
      const bystander = await host.as(ground.name('anna'))
      const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })
      const open = new Set<ClientRequest>()
      const headers = { authorization: `Bearer ${caller.token}` }
      for (let count = 0; count < STREAMS; count += 100) {
        await Promise.all(
          Array.from({ length: 100 }, async () => {
            const request = get(`${host.url}/connect/accounts/events`, { agent, headers })
            open.add(request)
            request.on('close', () => open.delete(request))
            request.on('error', () => {})
            const [response] = await once(request, 'response')
            response.resume()
          }),
        )
      }
      const left = await becomesTrue(async () => open.size <= 20)
      for (let change = 0; change < 10; change++) {
        await caller.send('PATCH', `/accounts/${accountId}`, { name: `Name ${change}` })
      }
      const slowest = await slowestRead(bystander)
      const happened = `${open.size} streams stay open, a bystander's slowest read takes ${slowest} ms`
      for (const request of open) request.destroy()
      agent.destroy()
      return { held: left && slowest < READ_LIMIT_MS, happened }
    },
  },
  {
    name: '10,000 renames',
    tried: 'one user renames an account 10,000 times',
    isLong: true,
    async run(ground) {
      const host = await ground.host()
      const { caller, accountId } = await linkOne(host, ground.name('mallory'))
      const bystander = await host.as(ground.name('anna'))
      let sent = 0
      let changed = 0
      async function rename() {
        while (sent < RENAMES) {
          const name = `Name ${sent++}`
          if ((await caller.send('PATCH', `/accounts/${accountId}`, { name })).status === 200) changed++
        }
      }
      const renaming = Promise.all(Array.from({ length: RENAMES_AT_ONCE }, rename))
      const slowest = await slowestRead(bystander)
      await renaming
      const [row] = await host.query(
        "select count(*)::int as rows from connect_audit where account = $1 and action = 'account_renamed'",
        [accountId],
      )
      return {
        held: changed <= 60 && Number(row?.rows) <= 60 && slowest < READ_LIMIT_MS,
        happened: `${changed} are done, ${row?.rows} audit rows, a bystander's slowest read takes ${slowest} ms`,
      }
    },
  },
  {
    name: 'cancels and leaves without end',
    tried: 'one user cancels 200 attempts by keys that nobody has started',
    async run(ground) {
      const host = await ground.host()
      const userId = ground.name('mallory')
      const caller = await host.as(userId)
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, key) => caller.send('DELETE', `/intents/key:${userId}-${key}`)),
      )
      const refused = answers.filter(({ status }) => status === 429).length
      const [row] = await host.query('select count(*)::int as rows from connect_intents where user_id = $1', [
        userId,
      ])
      return {
        held: refused >= 140 && Number(row?.rows) <= 60,
        happened: `${refused} refused, ${row?.rows} rows`,
      }
    },
  },
  {
    name: 'readers that never read',
    tried: 'one user opens event streams of a long list and reads none, while the list changes',
    async run(ground) {
      const host = await ground.host({ heartbeatMs: 1_000 })
      const userId = ground.name('mallory')
      const { caller, accountId } = await linkOne(host, userId)
      await host.query(
        `insert into connect_accounts (user_id, account_id, account_type, name, status, status_at, last_update, created_on, provider_user_id)
         select $1, 'acc_slow_' || n, 'linkedin', repeat('x', 100), 'running', now(), now(), now(), 'p' || n
         from generate_series(1, ${MANY_ACCOUNTS}) as n`,
        [userId],
      )
      const { hostname, port } = new URL(host.url)
      const sockets: Socket[] = []
      let closed = 0
      for (let count = 0; count < SLOW_READERS; count++) {
        const socket = connect(Number(port), hostname)
        socket.on('error', () => {})
        socket.on('close', () => closed++)
        await once(socket, 'connect')
        // It reads nothing, so it learns of the end only when the connection is reset.
        socket.pause()
        socket.write(
          `GET /connect/accounts/events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${caller.token}\r\n\r\n`,
        )
        sockets.push(socket)
      }
      await becomesTrue(async () => host.openStreams() >= SLOW_READERS)
      const before = process.memoryUsage().rss
      for (let change = 0; change < 5; change++) {
        await caller.send('PATCH', `/accounts/${accountId}`, { name: `Name ${change}` })
      }
      const areCut = await becomesTrue(async () => host.openStreams() === 0)
      const grown = Math.round((process.memoryUsage().rss - before) / 1_000_000)
      const left = host.openStreams()
      for (const socket of sockets) socket.destroy()
      return {
        held: areCut,
        happened: `${left} of ${SLOW_READERS} are still served (${closed} have noticed), ${grown} MB more`,
      }
    },
  },
]
