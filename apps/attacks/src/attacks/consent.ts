import { randomUUID } from 'node:crypto'
import { RETURN_TOKEN_PARAMETER } from '@connect-account/core/protocol'
import { signInName } from '@connect-account/sandbox/testing'
import type { Attack, Finding } from '../attack.ts'
import type { Ground } from '../ground.ts'
import { type Caller, codeOf } from '../host/caller.ts'
import type { Host, HostVariant } from '../host/host.ts'
import { newBrowser, openLink } from '../host/open-link.ts'
import { walkConsent } from '../host/walk-consent.ts'
import { confirmWizard, openWizard, walkWizard } from '../host/walk-wizard.ts'
import { becomesTrue, until } from '../until.ts'

/** Somebody sends a consent page of an attempt of theirs to somebody else, who allows access. */

type Display = 'redirect' | 'popup'

const displays: readonly Display[] = ['redirect', 'popup']

/** How long an account may take to be linked after everything that could link it, in milliseconds. */
const LINK_MS = 700

interface Scene {
  readonly host: Host
  /** The attacker's own session. */
  readonly attacker: Caller
  /** The victim's sign-in name at the provider. */
  readonly victim: string
  readonly id: string
  /** The consent page of the attacker's attempt. */
  readonly url: string
}

async function setScene(
  ground: Ground,
  variant: HostVariant = {},
  display: Display = 'redirect',
): Promise<Scene> {
  const host = await ground.host(variant)
  const attacker = await host.as(ground.name('mallory'))
  const { id, url } = await attacker.consent({ display, returnTo: `${host.url}/settings` })
  return { host, attacker, victim: signInName('plain', ground.name('victim')), id, url }
}

async function linksNothing(attacker: Caller, how: string): Promise<Finding> {
  const isLinked = await becomesTrue(async () => (await attacker.accounts()).length > 0, LINK_MS)
  const names = (await attacker.accounts()).map(({ name }) => name).join(', ')
  return isLinked
    ? { held: false, happened: `${how}; the attacker now has the victim's account ${names}` }
    : { held: true, happened: `${how}; the attacker has no account` }
}

/** Loads an address of the host as a browser. `token`: what only this browser gets. */
async function visit(address: string | URL): Promise<{ status: number; token: string | undefined }> {
  const response = await fetch(address, { redirect: 'manual' })
  const text = await response.text()
  const location = response.headers.get('location')
  const inAddress = location === null ? null : new URL(location).searchParams.get(RETURN_TOKEN_PARAMETER)
  const [, inPage] = /token&quot;:&quot;([\w-]+)/.exec(text) ?? []
  return { status: response.status, token: inAddress ?? inPage }
}

/** The victim allows access and returns. */
async function consent({ host, url, victim }: Scene) {
  const returned = await visit(await walkConsent(url, victim, host.url))
  await host.confirmed(victim)
  return returned
}

const endOf = async ({ attacker, id }: Scene) => (await attacker.read(id)).step.type

/**
 * The return of the attempt that was started last, with an account that the attacker made up. A refusal on the
 * consent page that is not followed tells an attacker the address and Unipile's state.
 */
async function typedReturn({ host, id }: Scene): Promise<URL> {
  const address = host.upstream.lastCallback()
  const [row] = await host.query('select state from connect_intents where id = $1', [id])
  address.searchParams.set('state', String(row?.state))
  address.searchParams.set('account_id', 'acc_guessed')
  return address
}

export const consentAttacks: Attack[] = [
  ...displays.flatMap((display): Attack[] => [
    {
      name: `consent of one’s own, ${display}`,
      tried: 'a user allows access, returns and confirms, then confirms again: this must work, once',
      async run(ground) {
        const scene = await setScene(ground, {}, display)
        const { token } = await consent(scene)
        const path = `/intents/${scene.id}/return`
        const confirmed = await scene.attacker.send('POST', path, { token })
        const again = await scene.attacker.send('POST', path, { token })
        const end = await endOf(scene)
        return {
          held: end === 'linked' && (await scene.attacker.accounts()).length === 1 && again.status === 409,
          happened: `answered ${confirmed.status}, then ${codeOf(again)}; the attempt is ${end}`,
        }
      },
    },
    {
      name: `consent of a stranger, ${display}`,
      tried: 'a victim without a session allows access on the attacker’s consent page, and returns',
      async run(ground) {
        const scene = await setScene(ground, {}, display)
        const { token } = await consent(scene)
        const { status } = await scene.host.stranger.send('POST', `/intents/${scene.id}/return`, { token })
        const finding = await linksNothing(scene.attacker, `the attempt is ${await endOf(scene)}`)
        return { ...finding, held: finding.held && status === 401 }
      },
    },
    {
      name: `consent with another user’s session, ${display}`,
      tried: 'a victim who is signed in allows access, returns, and confirms with their own session',
      async run(ground) {
        const scene = await setScene(ground, {}, display)
        const bob = await scene.host.as(ground.name('bob'))
        const { token } = await consent(scene)
        const refused = await bob.send('POST', `/intents/${scene.id}/return`, { token })
        const finding = await linksNothing(scene.attacker, `refused as ${codeOf(refused)}`)
        const isWithout = (await bob.accounts()).length === 0
        return { ...finding, held: finding.held && refused.status === 404 && isWithout }
      },
    },
  ]),
  {
    name: 'consent confirmed with another return',
    tried: 'the attacker confirms the victim’s consent with made-up tokens and with that of their own return',
    async run(ground) {
      const scene = await setScene(ground)
      await consent(scene)
      const own = await setScene(ground)
      const { token: ownToken } = await consent(own)
      const codes = []
      for (const token of [ownToken, 'x'.repeat(43), undefined, '']) {
        codes.push(codeOf(await scene.attacker.send('POST', `/intents/${scene.id}/return`, { token })))
      }
      return linksNothing(scene.attacker, `refused as ${[...new Set(codes)].join(', ')}`)
    },
  },
  {
    name: 'consent whose return is never loaded',
    tried: 'the victim allows access and closes the tab; the webhook comes',
    async run(ground) {
      const scene = await setScene(ground)
      await walkConsent(scene.url, scene.victim, scene.host.url)
      await scene.host.confirmed(scene.victim)
      return linksNothing(scene.attacker, `the attempt is ${await endOf(scene)}`)
    },
  },
  {
    name: 'consent that nobody confirms',
    tried: 'the victim allows access, and the account waits at Unipile to be read by the host’s key',
    async run(ground) {
      const scene = await setScene(ground, { returnSeconds: 2 })
      await consent(scene)
      const isGone = await becomesTrue(
        async () => (await scene.host.phone.look(scene.victim)).accounts.length === 0,
      )
      const finding = await linksNothing(
        scene.attacker,
        `the account ${isGone ? 'is removed' : 'stays'} at Unipile`,
      )
      return { ...finding, held: finding.held && isGone }
    },
  },
  {
    name: 'return typed by hand before the consent',
    tried: 'the attacker types the return address, then the victim allows access; the attacker confirms',
    async run(ground) {
      const scene = await setScene(ground)
      const typed = await visit(await typedReturn(scene))
      const path = `/intents/${scene.id}/return`
      const early = await scene.attacker.send('POST', path, { token: typed.token })
      await consent(scene)
      const late = await scene.attacker.send('POST', path, { token: typed.token })
      return linksNothing(scene.attacker, `answered ${early.status} and ${late.status}`)
    },
  },
  {
    name: 'return typed by hand after the consent',
    tried: 'the victim allows access and returns, then the attacker types the return address and confirms',
    async run(ground) {
      const scene = await setScene(ground)
      await consent(scene)
      const typed = await visit(await typedReturn(scene))
      const confirmed = await scene.attacker.send('POST', `/intents/${scene.id}/return`, {
        token: typed.token,
      })
      return linksNothing(scene.attacker, `typed: ${typed.status}, confirmed: ${confirmed.status}`)
    },
  },
  {
    name: 'webhook after the end',
    tried: 'the victim allows access, the attempt expires, and the webhook comes late',
    async run(ground) {
      const scene = await setScene(ground, { intentSeconds: 2 })
      const { host, attacker, id, url, victim } = scene
      host.webhooks.hold()
      await walkConsent(url, victim, host.url)
      await until('the attempt expires', async () => (await attacker.read(id)).step.type === 'expired')
      await host.webhooks.release()
      await host.confirmed(victim)
      return linksNothing(attacker, `the attempt is ${await endOf(scene)}`)
    },
  },
  {
    name: 'webhook, doubled',
    tried: 'the victim allows access without returning, and the webhook comes three times',
    async run(ground) {
      const scene = await setScene(ground)
      const { host, attacker, url, victim } = scene
      host.webhooks.hold()
      await walkConsent(url, victim, host.url)
      await until('the webhook comes', async () => host.webhooks.kept() > 0)
      await host.webhooks.release(3)
      await host.confirmed(victim)
      return linksNothing(attacker, `the attempt is ${await endOf(scene)}`)
    },
  },
  {
    name: 'webhook of another application',
    tried: 'an event with the attempt’s own state is signed with another application’s secret, and unsigned',
    async run(ground) {
      const { host, attacker, id } = await setScene(ground)
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
      const scene = await setScene(ground)
      const forged = await typedReturn(scene)
      forged.searchParams.set('error_type', 'api/account_restricted')
      forged.searchParams.set('error_detail', 'Please call +1-555-0100. user id: ceo@bigcustomer.example')
      await visit(forged)
      const told = JSON.stringify(await scene.attacker.read(scene.id)) + scene.host.callbacks.join()
      const held = !/555-0100|bigcustomer|accountRestricted/.test(told)
      return {
        held,
        happened: held ? `the attempt is ${await endOf(scene)}, no callback says more` : `told: ${told}`,
      }
    },
  },
  {
    name: 'consent of a stranger, hosted link',
    tried: 'the attacker opens a link of their own, and sends its consent page to a victim, who returns',
    async run(ground) {
      const host = await ground.host()
      const userId = ground.name('mallory')
      const attacker = await host.as(userId)
      const visitor = await openLink(host, { userId, providers: ['google'] })
      const { id, url } = await visitor.consent({ returnTo: `${host.url}/connect/links/return` })
      const victim = signInName('plain', ground.name('victim'))
      const { token } = await consent({ host, attacker, victim, id, url })
      const { status } = await host.stranger.send('POST', `/intents/${id}/return`, { token })
      const finding = await linksNothing(attacker, `the attempt is ${(await visitor.read(id)).step.type}`)
      return { ...finding, held: finding.held && status === 401 }
    },
  },
  {
    name: 'consent of a stranger, Unipile’s wizard',
    tried: 'the attacker sends the address of their own wizard to a victim, who signs in there and returns',
    async run(ground) {
      const host = await ground.host()
      const userId = ground.name('mallory')
      const attacker = await host.as(userId)
      const { url: link } = await host.handler.links.create({
        userId,
        providers: ['google'],
        wizard: 'unipile',
      })
      const url = await openWizard(link, randomUUID())
      const victim = signInName('plain', ground.name('victim'))
      const { status } = await visit(await walkWizard(url, victim, host.url))
      await host.confirmed(victim)
      return linksNothing(attacker, `the victim's return is answered with ${status}`)
    },
  },
  {
    name: 'wizard of one’s own',
    tried: 'a user signs in in their own wizard, comes back and confirms: this must work',
    async run(ground) {
      const host = await ground.host()
      const userId = ground.name('anna')
      const browser = newBrowser()
      const person = signInName('plain', userId)
      const { url: link } = await host.handler.links.create({
        userId,
        providers: ['google'],
        wizard: 'unipile',
      })
      const back = await walkWizard(await openWizard(link, browser), person, host.url)
      const { token } = await visit(back)
      await host.confirmed(person)
      const confirmed = await confirmWizard(back, { browser, token })
      const caller = await host.as(userId)
      const isLinked = await becomesTrue(async () => (await caller.accounts()).length === 1)
      return { held: isLinked, happened: `answered ${confirmed}, ${isLinked ? 'linked' : 'not linked'}` }
    },
  },
  {
    name: 'wizard of a stranger, confirmed by its maker',
    tried:
      'a victim signs in in the attacker’s wizard and returns; the attacker, who knows the address, confirms',
    async run(ground) {
      const host = await ground.host()
      const userId = ground.name('mallory')
      const browser = newBrowser()
      const victim = signInName('plain', ground.name('victim'))
      const { url: link } = await host.handler.links.create({
        userId,
        providers: ['google'],
        wizard: 'unipile',
      })
      const back = await walkWizard(await openWizard(link, browser), victim, host.url)
      await visit(back)
      await host.confirmed(victim)
      const typed = await visit(back)
      const statuses = []
      for (const token of [undefined, typed.token, 'x'.repeat(22)]) {
        statuses.push(await confirmWizard(back, { browser, token }))
      }
      return linksNothing(await host.as(userId), `answered ${statuses.join(', ')}`)
    },
  },
]
