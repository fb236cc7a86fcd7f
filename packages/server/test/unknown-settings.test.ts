import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConnectHandler, createConnectHandler } from '../src/index.ts'
import {
  auditNames,
  linkNames,
  linkQueryNames,
  linkRevocationNames,
  mintNames,
  webhookEventNames,
} from '../src/settings/option-names.ts'
import { settingNames } from '../src/settings/setting-names.ts'
import { builtPage, ownerOf, sessionSecret } from './fixtures.ts'
import { startTestHost, type TestHost } from './test-host.ts'

interface NameTree {
  readonly [name: string]: true | NameTree
}

interface Typo {
  readonly wrong: string
  readonly right: string
  /** The options with that name. */
  readonly options: object
}

/** A name as people mistype it: two letters swapped, one doubled, one left out, one capital lost. */
function misspellings(name: string): string[] {
  const middle = Math.max(1, Math.floor(name.length / 2))
  const [before, after] = [name.slice(0, middle), name.slice(middle)]
  const [last = '', secondLast = ''] = [name.at(-1), name.at(-2)]
  return [
    `${name.slice(0, -2)}${last}${secondLast}`,
    `${before}${before.at(-1)}${after}`,
    `${before.slice(0, -1)}${after}`,
    `${name}s`,
    name.toLowerCase(),
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  ]
}

function typosOf(names: NameTree, path = '', wrap = (member: object): object => member): Typo[] {
  return Object.entries(names).flatMap(([name, inner]) => [
    ...misspellings(name)
      .filter((wrong) => wrong.length > 2 && !(wrong in names))
      .map((wrong) => ({
        wrong: `${path}${wrong}`,
        right: `${path}${name}`,
        options: wrap({ [wrong]: 'x' }),
      })),
    ...(inner === true ? [] : typosOf(inner, `${path}${name}.`, (member) => wrap({ [name]: member }))),
  ])
}

const right = { apiKey: 'k', database: 'memory://', sessionSecret, links: { page: builtPage, ownerOf } }

describe('createConnectHandler refuses an unknown setting, and names the nearest known one', () => {
  test.each(typosOf(settingNames))('$wrong', async ({ wrong, right: meant, options }) => {
    const attempt = createConnectHandler({ ...right, ...options })
    await expect(attempt).rejects.toMatchObject({ code: 'invalid_setting' })
    const detail: string = await attempt.catch((error) => error.detail)
    expect(detail).toContain(`${wrong}: unknown. Did you mean `)
    expect(detail.split('Did you mean ')[1]).toBe(`${meant}?`)
  })

  test('a name that resembles none, or whose value is undefined', async () => {
    await expect(createConnectHandler({ ...right, ...{ quarantine: undefined } })).rejects.toMatchObject({
      code: 'invalid_setting',
      detail: 'quarantine: unknown.',
    })
  })

  test("the host's own objects are not checked", async () => {
    const host = await startTestHost({
      links: { page: builtPage, ownerOf, appearance: { variables: { radius: '2px' } } },
      publicUrl: 'https://app.example.com',
    })
    await host.close()
  })
})

describe("the handler's own functions do too", () => {
  let host: TestHost
  let calls: Record<string, (options: object) => Promise<unknown>>
  beforeAll(async () => {
    host = await startTestHost({ links: { page: builtPage, ownerOf }, publicUrl: 'https://app.example.com' })
    const { handler }: { handler: ConnectHandler } = host
    calls = {
      mintSession: (options) => handler.mintSession({ userId: 'anna', ...options }),
      'links.create': (options) => handler.links.create({ userId: 'anna', ...options }),
      'links.list': (options) => handler.links.list({ userId: 'anna', ...options }),
      'links.revoke': (options) => handler.links.revoke({ userId: 'anna', ...options }),
      audit: (options) => handler.audit(options),
      webhookEvents: (options) => handler.webhookEvents(options),
    }
  })
  afterAll(() => host.close())

  test.each(
    Object.entries({
      mintSession: mintNames,
      'links.create': linkNames,
      'links.list': linkQueryNames,
      'links.revoke': linkRevocationNames,
      audit: auditNames,
      webhookEvents: webhookEventNames,
    }).flatMap(([call, names]) => typosOf(names).map((typo) => ({ call, ...typo }))),
  )('$call: $wrong', async ({ call, wrong, right: meant, options }) => {
    await expect(calls[call]?.(options)).rejects.toMatchObject({
      code: 'invalid_setting',
      detail: `${call}: ${wrong}: unknown. Did you mean ${meant}?`,
    })
  })
})
