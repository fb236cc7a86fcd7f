import { readFile } from 'node:fs/promises'
import { providerCatalogue } from '@connect-account/core/catalogue'
import { MisreadError, type Reader, type Step } from '@connect-account/core/protocol'
import { sampleAccount, sampleIntent } from '@connect-account/core/testing'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AnswerName, answerReaders } from '../../src/openapi/answers.ts'
import { openApiDocument } from '../../src/openapi/document.ts'
import { operations } from '../../src/openapi/operations.ts'
import type { HandlerContext } from '../../src/routes/handler-context.ts'
import { openRoutes, sessionRoutes } from '../../src/routes/index.ts'
import { readEvents } from '../event-reader.ts'
import { builtPage, linkedin, ownerOf, whatsapp } from '../fixtures.ts'
import { answers, type Reply } from '../scripted-upstream.ts'
import { startTestHost, type TestHost } from '../test-host.ts'

const linkSchema = v.object({ url: v.string() })
const written = new URL('../../../../docs/openapi.json', import.meta.url)

test('is a valid document of OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(openApiDocument('/connect')))
  expect(result.errors).toBeUndefined()
  expect(result.valid).toBe(true)
})

test('is the same in the file as it is served: run `npm run docs:openapi` if this fails', async () => {
  expect(JSON.parse(await readFile(written, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(openApiDocument('/connect'))),
  )
})

test('has every route, and no other', () => {
  // Routes are listed without being run, so their dependencies are not needed.
  const context: HandlerContext = JSON.parse('{"hostedPage": {}, "metricsPage": {}}')
  const routes = [...sessionRoutes(context), ...openRoutes(context)]
  const names = (list: readonly { method: string; path: string }[]) =>
    list.map(({ method, path }) => `${method} ${path}`).sort()
  expect(names(operations)).toEqual(names(routes))
  const sessions = operations.filter(({ caller }) => caller === undefined)
  expect(names(sessions)).toEqual(names(sessionRoutes(context)))
})

describe('a reader and its schema agree', () => {
  const ajv = createAjv()
  const intentAt = (step: Step) => ({ ...sampleIntent(step) })
  const samples: [AnswerName, unknown][] = [
    ['Account', sampleAccount],
    ['ProviderList', { providers: [...providerCatalogue] }],
    ['Intent', intentAt({ type: 'otp', id: 'c', format: 'digits', length: 6, channel: 'sms' })],
    ['Intent', intentAt({ type: 'captcha', id: 'c', publicKey: null, data: 'blob' })],
    ['Intent', intentAt({ type: 'challenge', id: 'c', options: [{ id: 'a', label: 'Email' }] })],
    ['Intent', intentAt({ type: 'linked', account: sampleAccount })],
    [
      'LinkDetails',
      { owner: { name: 'Anna' }, isReconnect: false, appearance: { variables: { accent: '#123456' } } },
    ],
    ['OpenedLink', { session: 's', captcha: 'arkose', providers: ['linkedin'] }],
  ]

  test.each(samples)('about %s, for any change of one member', (name, sample) => {
    const isValid = ajv.getSchema(`api#/components/schemas/${name}`)
    const paths = pathsOf(sample)
    const changes = fc.tuple(fc.constantFrom(...paths), fc.option(fc.jsonValue(), { nil: undefined }))
    const agree = ([path, change]: [readonly string[], unknown]) => {
      const changed = changeAt(sample, path, change)
      const read = readOrRefuse(answerReaders[name], changed)
      // A value that is newer than this version is read as a known one, so the result always fits the
      // description.
      if (read.isRefused) expect(isValid?.(changed)).toBe(false)
      else expect(isValid?.(JSON.parse(JSON.stringify(read.value))), JSON.stringify(read.value)).toBe(true)
    }
    expect(isValid?.(sample)).toBe(true)
    fc.assert(fc.property(changes, agree), { numRuns: 300 })
  })
})

function createAjv(): Ajv2020 {
  // Only the readers of times leave their format to the server.
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(openApiDocument('/connect'), 'api')
  return ajv
}

/** The path of each member, at any depth. */
function pathsOf(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => [[...at, key], ...pathsOf(member, [...at, key])])
}

/** A copy with another value at this path; without the member if that is `undefined`. */
function changeAt(value: unknown, [key, ...rest]: readonly string[], change: unknown): unknown {
  if (key === undefined) return change
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? (changeAt(item, rest, change) ?? null) : item))
  }
  const entries = Object.entries({ ...Object(value) }).map(([name, member]) => [
    name,
    name === key ? changeAt(member, rest, change) : member,
  ])
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined))
}

function readOrRefuse(read: Reader<unknown>, value: unknown) {
  try {
    return { isRefused: false, value: read(value) } as const
  } catch (error) {
    expect(error).toBeInstanceOf(MisreadError)
    return { isRefused: true } as const
  }
}

describe('real answers', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(openApiDocument('/connect'), 'api')

  let host: TestHost
  beforeAll(async () => {
    host = await startTestHost({
      publicUrl: 'https://host.test',
      links: { page: builtPage, ownerOf, selfService: true },
    })
  }, 60_000)
  afterAll(async () => {
    await host.close()
  })
  beforeEach(() => host.reset())

  function check(name: AnswerName, value: unknown) {
    const validate = ajv.getSchema(`api#/components/schemas/${name}`)
    if (!validate) throw new Error(`There is no schema ${name}.`)
    validate(value)
    expect(validate.errors ?? [], JSON.stringify(value)).toEqual([])
  }

  const open = async (path: string, body?: object) =>
    (
      await host.handler.fetch(
        new Request(`http://host.test/connect${path}`, {
          ...(body && {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
        }),
      )
    ).json()

  test.each<{ what: string; reply: Reply; body?: object }>([
    { what: 'otp', reply: answers.checkpoint('OTP', { channel: 'SMS' }) },
    { what: 'two_factor', reply: answers.checkpoint('2FA', { platform: 'APP' }) },
    { what: 'in_app', reply: answers.checkpoint('IN_APP_VALIDATION') },
    { what: 'phone', reply: answers.checkpoint('PHONE_REGISTER') },
    { what: 'captcha', reply: answers.checkpoint('CAPTCHA', { public_key: null, data: 'blob' }) },
    { what: 'qr', reply: answers.qr('one'), body: whatsapp },
    {
      what: 'contract',
      reply: answers.checkpoint('CONTRACT_SELECTION', { contracts: [{ id: 'c1', name: 'Recruiter' }] }),
    },
    {
      what: 'challenge',
      reply: answers.checkpoint('CHALLENGE_SELECTION', { challenges: [{ id: 'c1', label: 'Email' }] }),
    },
    { what: 'unsupported', reply: answers.checkpoint('NOVEL') },
    { what: 'linked', reply: answers.account('acc_1') },
    { what: 'duplicate', reply: answers.error(403, 'api/already_exists', { detail: 'acc_9' }) },
    { what: 'restricted', reply: answers.error(403, 'api/account_restricted', { detail: 'Spam' }) },
  ])('are described: an intent at $what', async ({ what, reply, body = linkedin() }) => {
    host.upstream.script = () => reply
    const anna = host.as('anna')
    const response = await anna.send('POST', '/intents', body)
    const intent = await response.json()
    expect(intent).toMatchObject({ step: { type: what } })
    check('Intent', intent)
  })

  test('are described: lists, links, events, problems and the responses for operators', async () => {
    host.upstream.script = () => answers.account('acc_1')
    const anna = host.as('anna')
    await anna.start()
    check('ProviderList', await (await anna.send('GET', '/providers')).json())
    check('AccountList', await (await anna.send('GET', '/accounts')).json())
    const events = await anna.send('GET', '/accounts/events')
    const reader = readEvents(events)
    check('AccountList', (await reader.next())?.data)
    const link = await (await anna.send('POST', '/links', {})).json()
    check('Link', link)
    const path = new URL(v.parse(linkSchema, link).url).pathname.replace('/connect', '')
    check('LinkList', await (await anna.send('GET', '/links')).json())
    check('LinkDetails', await open(`${path}/details`, {}))
    check('OpenedLink', await open(`${path}/session`, { browser: 'a-browser-of-128-bits-' }))
    check('Problem', await (await anna.send('POST', '/intents', { provider: 'linkedin' })).json())
    check('Problem', await open('/accounts'))
    check('Health', await open('/healthz'))
    check('Readiness', await open('/readyz'))
    expect(await open('/openapi.json')).toEqual(JSON.parse(JSON.stringify(openApiDocument('/connect'))))
  })

  test('that do not fit the description would be found', () => {
    expect(() => check('Account', { id: 'a', provider: 'linkedin', status: 'unheard of' })).toThrow()
  })
})
