import { signInName } from '@connect-account/sandbox/testing'
import type { Attack, Finding } from '../attack.ts'
import { type Caller, codeOf } from '../host/caller.ts'
import type { Host } from '../host/host.ts'
import { walkConsent } from '../host/walk-consent.ts'
import { becomesTrue } from '../until.ts'

/** Somebody sends a consent page of an attempt of theirs to somebody else, who allows access. */

const RETURN_TO = { display: 'popup' }

/** How long an account may take to be linked after everything that could link it, in milliseconds. */
const LINK_MS = 1_500

async function linksNothing(attacker: Caller, how: string): Promise<Finding> {
  const isLinked = await becomesTrue(async () => (await attacker.accounts()).length > 0, LINK_MS)
  const names = (await attacker.accounts()).map(({ name }) => name).join(', ')
  return isLinked
    ? { held: false, happened: `${how}; the attacker now has the victim's account ${names}` }
    : { held: true, happened: `${how}; the attacker has no account` }
}

const visit = async (address: string | URL) => {
  const response = await fetch(address, { redirect: 'manual' })
  await response.arrayBuffer()
  return response
}

/** The account is confirmed, and its attempt is read as its owner's browser does. */
async function afterwards(host: Host, attacker: Caller, id: string, victim: string) {
  await host.confirmed(victim)
  return (await attacker.read(id)).step.type
}

export const consentAttacks: Attack[] = [
  ...(['redirect', 'popup'] as const).map(
    (display): Attack => ({
      name: `consent of a stranger, ${display}`,
      tried: 'a victim without a session allows access on the attacker’s consent page, and returns',
      async run(ground) {
        const host = await ground.host()
        const attacker = await host.as(ground.name('mallory'))
        const victim = signInName('plain', ground.name('victim'))
        const { id, url } = await attacker.consent(display === 'popup' ? RETURN_TO : {})
        await visit(await walkConsent(url, victim, host.url))
        const end = await afterwards(host, attacker, id, victim)
        return linksNothing(attacker, `the attempt is ${end}`)
      },
    }),
  ),
  {
    name: 'consent with another user’s session',
    tried: 'a victim who is signed in allows access, and confirms with their own session',
    async run(ground) {
      const host = await ground.host()
      const attacker = await host.as(ground.name('mallory'))
      const bob = await host.as(ground.name('bob'))
      const victim = signInName('plain', ground.name('victim'))
      const { id, url } = await attacker.consent()
      await visit(await walkConsent(url, victim, host.url))
      await host.confirmed(victim)
      const read = await bob.send('GET', `/intents/${id}`)
      const finding = await linksNothing(attacker, `the victim's session reads the attempt: ${codeOf(read)}`)
      return { ...finding, held: finding.held && read.status === 404 }
    },
  },
  {
    name: 'consent whose return is never loaded',
    tried: 'the victim allows access and closes the tab; the webhook comes',
    async run(ground) {
      const host = await ground.host()
      const attacker = await host.as(ground.name('mallory'))
      const victim = signInName('plain', ground.name('victim'))
      const { id, url } = await attacker.consent()
      await walkConsent(url, victim, host.url)
      const end = await afterwards(host, attacker, id, victim)
      return linksNothing(attacker, `the attempt is ${end}`)
    },
  },
  {
    name: 'return typed by hand before the consent',
    tried: 'the attacker types the return address with a made-up account, then the victim allows access',
    async run(ground) {
      const host = await ground.host()
      const attacker = await host.as(ground.name('mallory'))
      const victim = signInName('plain', ground.name('victim'))
      const { id, url } = await attacker.consent()
      const typed = await visit(await returnOf(host, id))
      await walkConsent(url, victim, host.url)
      const end = await afterwards(host, attacker, id, victim)
      return linksNothing(attacker, `typed: ${typed.status}, the attempt is ${end}`)
    },
  },
  {
    name: 'return typed by hand after the consent',
    tried: 'the victim allows access and returns, then the attacker types the return address',
    async run(ground) {
      const host = await ground.host()
      const attacker = await host.as(ground.name('mallory'))
      const victim = signInName('plain', ground.name('victim'))
      const { id, url } = await attacker.consent()
      await visit(await walkConsent(url, victim, host.url))
      await host.confirmed(victim)
      const typed = await visit(await returnOf(host, id))
      return linksNothing(attacker, `typed: ${typed.status}`)
    },
  },
  {
    name: 'webhook after the end',
    tried: 'the victim allows access, the attempt expires, and the webhook comes late',
    async run(ground) {
      const host = await ground.host({ intentSeconds: 2 })
      const attacker = await host.as(ground.name('mallory'))
      const victim = signInName('plain', ground.name('victim'))
      host.webhooks.hold()
      const { id, url } = await attacker.consent()
      await walkConsent(url, victim, host.url)
      await becomesTrue(async () => (await attacker.read(id)).step.type === 'expired')
      await host.webhooks.release()
      const end = await afterwards(host, attacker, id, victim)
      return linksNothing(attacker, `the attempt is ${end}`)
    },
  },
  {
    name: 'webhook, doubled',
    tried: 'the victim allows access without returning, and the webhook comes three times',
    async run(ground) {
      const host = await ground.host()
      const attacker = await host.as(ground.name('mallory'))
      const victim = signInName('plain', ground.name('victim'))
      host.webhooks.hold()
      const { id, url } = await attacker.consent()
      await walkConsent(url, victim, host.url)
      await becomesTrue(async () => host.webhooks.kept() > 0)
      await host.webhooks.release(3)
      const end = await afterwards(host, attacker, id, victim)
      return linksNothing(attacker, `the attempt is ${end}`)
    },
  },
  {
    name: 'webhook of another application',
    tried: 'an event with the attempt’s own state is signed with another application’s secret, and unsigned',
    async run(ground) {
      const host = await ground.host()
      const attacker = await host.as(ground.name('mallory'))
      const { id } = await attacker.consent()
      const [row] = await host.query('select state from connect_intents where id = $1', [id])
      const event = { type: 'account.add', account_id: 'acc_theirs', payload: { state: row?.state } }
      const signed = await host.deliver(event, 'the-webhook-secret-of-another-application')
      const unsigned = await host.stranger.send('POST', '/webhooks/unipile', { id: 'evt_1', ...event })
      const finding = await linksNothing(attacker, `answered ${signed} and ${unsigned.status}`)
      return { ...finding, held: finding.held && signed === 401 && unsigned.status === 401 }
    },
  },
  {
    name: 'return that says what it likes',
    tried: 'the attacker types a return that reports a restricted account in words of their own',
    async run(ground) {
      const host = await ground.host()
      const attacker = await host.as(ground.name('mallory'))
      const { id } = await attacker.consent()
      const forged = await returnOf(host, id)
      forged.searchParams.set('error_type', 'api/account_restricted')
      forged.searchParams.set('error_detail', 'Please call +1-555-0100. user id: ceo@bigcustomer.example')
      await visit(forged)
      const told = JSON.stringify(await attacker.read(id)) + host.callbacks.join()
      const held = !/555-0100|bigcustomer|accountRestricted/.test(told)
      return { held, happened: held ? 'nobody is told' : `told: ${told}` }
    },
  },
]

/**
 * The return of the attempt that was started last, with an account that the attacker made up. A refusal on the
 * consent page that is not followed tells an attacker the address and Unipile's state.
 */
async function returnOf(host: Host, id: string): Promise<URL> {
  const address = host.upstream.lastCallback()
  const [row] = await host.query('select state from connect_intents where id = $1', [id])
  address.searchParams.set('state', String(row?.state))
  address.searchParams.set('account_id', 'acc_guessed')
  return address
}
