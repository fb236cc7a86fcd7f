import { signInName } from '@connect-account/sandbox/testing'
import type { Attack, Finding } from '../attack.ts'
import type { Host, HostVariant } from '../host/host.ts'
import { becomesTrue } from '../until.ts'

/** What the user has canceled, or what is another account than was asked for, stays at Unipile. */

const variants: readonly HostVariant[] = [
  {},
  { webhooks: false },
  { api: 'v1' },
  { api: 'v1', webhooks: false },
]

const nameOf = ({ api = 'v2', webhooks = true }: HostVariant) =>
  `${api} ${webhooks ? 'with' : 'without'} webhooks`

async function staysNowhere(host: Host, person: string, userId: string, how: string): Promise<Finding> {
  const accounts = async () => (await host.phone.look(person)).accounts
  const isGone = await becomesTrue(async () => (await accounts()).length === 0)
  const stored = await (await host.as(userId)).accounts()
  return {
    held: isGone && stored.length === 0,
    happened: `${how}, ${isGone ? 'and the account is removed at Unipile' : 'but the account stays at Unipile'}`,
  }
}

export const leftoverAttacks: Attack[] = [
  ...variants.flatMap((variant): Attack[] => [
    {
      name: `cancel during a start, ${nameOf(variant)}`,
      tried: 'the user cancels while Unipile answers the start with an account',
      async run(ground) {
        const host = await ground.host(variant)
        const userId = ground.name('anna')
        const caller = await host.as(userId)
        const person = signInName('plain', userId)
        host.webhooks.hold()
        const held = host.upstream.hold(variant.api === 'v1' ? '/accounts' : '/auth/intent')
        const key = ground.name('key')
        const credentials = { username: person, password: 'right' }
        const body = { provider: 'linkedin', method: 'credentials', credentials }
        const started = caller.send('POST', '/intents', body, { 'idempotency-key': key })
        await held.arrived
        const canceled = await caller.intent('DELETE', `/intents/key:${key}`)
        held.release()
        await started
        await host.webhooks.release()
        return staysNowhere(host, person, userId, `it is ${canceled.step.type}`)
      },
    },
    {
      name: `cancel during an answer, ${nameOf(variant)}`,
      tried: 'the user cancels while Unipile answers the code with an account',
      async run(ground) {
        const host = await ground.host(variant)
        const userId = ground.name('anna')
        const caller = await host.as(userId)
        const person = signInName('otp', userId)
        const { id, step } = await caller.signIn(person)
        host.webhooks.hold()
        const held = host.upstream.hold('/checkpoint')
        const answer = { checkpoint: step.id, answer: await host.phone.code(person) }
        const answered = caller.send('POST', `/intents/${id}/solve`, answer)
        await held.arrived
        const canceled = await caller.intent('DELETE', `/intents/${id}`)
        held.release()
        await answered
        await host.webhooks.release()
        return staysNowhere(host, person, userId, `it is ${canceled.step.type}`)
      },
    },
  ]),
  {
    name: 'another account for a reconnect, late',
    tried: 'an attempt to reconnect expires, then a webhook reports another account for it',
    async run(ground) {
      const host = await ground.host({ intentSeconds: 2 })
      const userId = ground.name('anna')
      const anna = await host.as(userId)
      await anna.signIn(signInName('plain', userId))
      const [account] = await anna.accounts()
      const stranger = await host.as(ground.name('stranger'))
      const person = signInName('plain', ground.name('stranger'))
      await stranger.signIn(person)
      const { id: strangersAccount } = await host.phone.account(person)
      // Nobody here has it any more, and Unipile still does.
      await host.query('delete from connect_accounts where account_id = $1', [strangersAccount])
      const { id } = await anna.signIn(signInName('otp', userId), { accountId: account?.id })
      await becomesTrue(async () => (await anna.read(id)).step.type === 'expired')
      const [row] = await host.query('select state from connect_intents where id = $1', [id])
      const event = {
        type: 'account.add',
        account_id: strangersAccount,
        payload: { state: row?.state },
      }
      await host.deliver(event)
      const isRemoved = await becomesTrue(async () => (await host.phone.look(person)).accounts.length === 0)
      const names = (await anna.accounts()).length
      return {
        held: isRemoved && names === 1,
        happened: `the user has ${names} account, the other one ${isRemoved ? 'is removed' : 'stays'} at Unipile`,
      }
    },
  },
]
