import type { ConnectTransport, Outcome } from '@connect-account/core/protocol'
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
import { passConsent } from './consent.ts'
import { type Host, startHost } from './host.ts'
import { Phone } from './phone.ts'
import { next, walk } from './walk.ts'
import { type Way, ways } from './ways.ts'

let host: Host
let phone: Phone
let people = 0

beforeAll(async () => {
  host = await startHost()
  phone = new Phone(host.sandboxUrl)
}, 60_000)
afterAll(() => host.close())

/** A persona, and a user of the host product, that no other test shares. */
async function someone(steps: string): Promise<{ client: ConnectTransport; persona: string }> {
  const name = `p${++people}`
  return { client: await host.client(name), persona: `${steps}.${name}@sandbox.test` }
}

for (const way of ways) {
  describe(titleOf(way), () => {
    for (const column of checkpointColumns) {
      const cell = checkpointCell(way, column)
      if ('none' in cell) continue
      it(cell.test, async () => {
        const { client, persona } = await someone(column.step ?? 'plain')
        // Nobody can pass a checkpoint that no client knows; the way out is to leave.
        const stopAt = column.type === 'unsupported' ? column.type : undefined
        const walked = await walk({ client, phone, way, persona, ...(stopAt && { stopAt }) })
        expect(walked.passed).toContain(column.type)
        if (stopAt) expect((await client.cancel(walked.intent.id)).step.type).toBe('cancelled')
        else expect(walked.outcome?.type).toBe('linked')
      })
    }
    for (const end of endColumns) {
      const cell = endCell(way, end)
      if ('none' in cell) continue
      it(cell.test, async () => {
        const outcome = await reach(way, end)
        expect(outcome?.type).toBe(end.split(' ')[0])
        if (end === 'duplicate (own)') expect(outcome).toHaveProperty('account.provider', way.provider)
        if (end === "duplicate (someone else's)") expect(outcome).toEqual({ type: 'duplicate' })
      })
    }
  })
}

async function reach(way: Way, end: EndColumn): Promise<Outcome | undefined> {
  switch (end) {
    case 'linked':
      return (await walk({ ...(await someone('plain')), phone, way })).outcome
    case 'relinked':
    case 'mismatch': {
      const owner = await someone('plain')
      const { outcome } = await walk({ ...owner, phone, way })
      if (outcome?.type !== 'linked') throw new Error(`Not linked: ${JSON.stringify(outcome)}`)
      const { persona } = end === 'relinked' ? owner : await someone('plain')
      return (await walk({ ...owner, persona, phone, way, accountId: outcome.account.id })).outcome
    }
    case 'duplicate (own)': {
      const owner = await someone('plain')
      await walk({ ...owner, phone, way })
      return (await walk({ ...owner, phone, way })).outcome
    }
    case "duplicate (someone else's)":
      return (await walk({ ...(await someone('duplicate')), phone, way })).outcome
    case 'restricted':
      return (await walk({ ...(await someone('restricted')), phone, way })).outcome
    case 'cancelled': {
      const user = await someone('otp')
      const { intent } = await walk({ ...user, phone, way, stopAt: firstStop(way) })
      return outcomeOf(await user.client.cancel(intent.id))
    }
    case 'expired': {
      const user = await someone('otp')
      const { intent } = await walk({ ...user, phone, way, stopAt: firstStop(way) })
      const longerThanAnIntent = 16 * 60_000
      host.advance(longerThanAnIntent)
      const expired = await user.client.getIntent(intent.id)
      // Webhooks are refused while the clocks are apart.
      host.advance(-longerThanAnIntent)
      return outcomeOf(expired)
    }
    case 'failed': {
      const user = await someone('in-app')
      const { intent } = await walk({
        ...user,
        phone,
        way,
        stopAt: way.method === 'oauth' ? 'oauth' : 'in_app',
      })
      if (intent.step.type === 'oauth') await passConsent(intent.step.url, user.persona, 'deny')
      else await phone.approve(user.persona, false)
      return outcomeOf(await next(user.client, intent))
    }
    default:
      return end satisfies never
  }
}

/** The first checkpoint of a persona whose step is `otp`. */
function firstStop({ method }: Way) {
  return method === 'qr' || method === 'oauth' ? method : 'otp'
}

function outcomeOf({ step }: { step: unknown }): Outcome {
  return step as Outcome
}

it('is what docs/COVERAGE.md says', async () => {
  await expect(coveragePage()).toMatchFileSnapshot('../../../../docs/COVERAGE.md')
})
