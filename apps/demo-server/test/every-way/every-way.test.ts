import type { ConnectTransport, Outcome } from '@connect-account/core/protocol'
import { passConsent, type SandboxPhone, sandboxPhone } from '@connect-account/sandbox/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  checkpointCell,
  checkpointColumns,
  coveragePage,
  type EndColumn,
  endCell,
  endColumns,
  titleOf,
} from './cells.ts'
import { type Host, startHost } from './host.ts'
import { type ProviderMethod, providerMethods } from './provider-methods.ts'
import { next, walk } from './walk.ts'

let host: Host
let phone: SandboxPhone
let people = 0

beforeAll(async () => {
  host = await startHost()
  phone = sandboxPhone(host.sandboxUrl)
}, 60_000)
afterAll(() => host.close())

/** Returns a persona and a user of the host that no other test shares. */
async function someone(steps: string): Promise<{ client: ConnectTransport; persona: string }> {
  const name = `p${++people}`
  return { client: await host.client(name), persona: `${steps}.${name}@sandbox.test` }
}

for (const method of providerMethods) {
  describe(titleOf(method), () => {
    for (const column of checkpointColumns) {
      const cell = checkpointCell(method, column)
      if ('none' in cell) continue
      it(cell.test, async () => {
        const { client, persona } = await someone(column.step ?? 'plain')
        // A checkpoint of an unknown type cannot be passed, only canceled.
        const stopAt = column.type === 'unsupported' ? column.type : undefined
        const walked = await walk({ client, phone, method, persona, ...(stopAt && { stopAt }) })
        expect(walked.passed).toContain(column.type)
        if (stopAt) expect((await client.cancel(walked.intent.id)).step.type).toBe('canceled')
        else expect(walked.outcome?.type).toBe('linked')
      })
    }
    for (const end of endColumns) {
      const cell = endCell(method, end)
      if ('none' in cell) continue
      it(cell.test, async () => {
        const outcome = await reach(method, end)
        const refusal = method.method === 'consent' ? claims[end] : undefined
        if (refusal) return expect(outcome).toMatchObject({ type: 'failed', error: { code: refusal } })
        expect(outcome?.type).toBe(end.split(' ')[0])
        if (end === 'duplicate (own)') expect(outcome).toHaveProperty('account.provider', method.provider)
        if (end === "duplicate (someone else's)") expect(outcome).toEqual({ type: 'duplicate' })
      })
    }
  })
}

/** What a consent's return claims is not believed: such an intent only fails. */
const claims: Partial<Record<EndColumn, string>> = {
  'duplicate (own)': 'account_exists',
  "duplicate (someone else's)": 'account_exists',
  restricted: 'account_restricted',
  mismatch: 'account_mismatch',
}

async function reach(method: ProviderMethod, end: EndColumn): Promise<Outcome | undefined> {
  switch (end) {
    case 'linked':
      return (await walk({ ...(await someone('plain')), phone, method })).outcome
    case 'relinked':
    case 'mismatch': {
      const owner = await someone('plain')
      const { outcome } = await walk({ ...owner, phone, method })
      if (outcome?.type !== 'linked') throw new Error(`Not linked: ${JSON.stringify(outcome)}`)
      const { persona } = end === 'relinked' ? owner : await someone('plain')
      return (await walk({ ...owner, persona, phone, method, accountId: outcome.account.id })).outcome
    }
    case 'duplicate (own)': {
      const owner = await someone('plain')
      await walk({ ...owner, phone, method })
      return (await walk({ ...owner, phone, method })).outcome
    }
    case "duplicate (someone else's)":
      return (await walk({ ...(await someone('duplicate')), phone, method })).outcome
    case 'restricted':
      return (await walk({ ...(await someone('restricted')), phone, method })).outcome
    case 'canceled': {
      const user = await someone('otp')
      const { intent } = await walk({ ...user, phone, method, stopAt: firstStop(method) })
      return outcomeOf(await user.client.cancel(intent.id))
    }
    case 'expired': {
      const user = await someone('otp')
      const { intent } = await walk({ ...user, phone, method, stopAt: firstStop(method) })
      const longerThanAnIntent = 16 * 60_000
      host.advance(longerThanAnIntent)
      const expired = await user.client.getIntent(intent.id)
      // While the clocks differ, webhooks are refused.
      host.advance(-longerThanAnIntent)
      return outcomeOf(expired)
    }
    case 'failed': {
      const user = await someone('in-app')
      const { intent } = await walk({
        ...user,
        phone,
        method,
        stopAt: method.method === 'consent' ? 'consent' : 'in_app',
      })
      if (intent.step.type === 'consent') await passConsent(intent.step.url, user.persona, 'deny')
      else await phone.decline(user.persona)
      return outcomeOf(await next(user.client, intent))
    }
    default:
      return end satisfies never
  }
}

/** The first checkpoint of a persona whose step is `otp`. */
function firstStop({ method }: ProviderMethod) {
  return method === 'qr' || method === 'consent' ? method : 'otp'
}

function outcomeOf({ step }: { step: unknown }): Outcome {
  return step as Outcome
}

it('is what docs/COVERAGE.md says', async () => {
  await expect(coveragePage()).toMatchFileSnapshot('../../../../docs/COVERAGE.md')
})
