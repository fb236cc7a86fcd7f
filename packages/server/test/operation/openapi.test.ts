import { readFile } from 'node:fs/promises'
import type { Account, Intent, Problem, Provider } from '@connect-account/core/protocol'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import type { LeftLink } from '../../src/hosted-links/leave-link.ts'
import type { OpenedLink } from '../../src/hosted-links/open-link.ts'
import type { answerSchemas } from '../../src/openapi/answers.ts'
import { openApiDocument } from '../../src/openapi/document.ts'
import { operations } from '../../src/openapi/operations.ts'
import type { HandlerContext } from '../../src/routes/handler-context.ts'
import { openRoutes, sessionRoutes } from '../../src/routes/index.ts'
import { readEvents } from '../event-reader.ts'
import { builtPage, linkedin, whatsapp } from '../fixtures.ts'
import { answers, type Reply } from '../scripted-upstream.ts'
import { startTestHost, type TestHost } from '../test-host.ts'

const linkSchema = v.object({ url: v.string() })
const written = new URL('../../../../docs/openapi.json', import.meta.url)

test('is a valid document of OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(openApiDocument('/connect')))
  expect(result.errors).toBeUndefined()
  expect(result.valid).toBe(true)
})

test('is written as it is served: run `npm run docs:openapi` where this fails', async () => {
  expect(JSON.parse(await readFile(written, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(openApiDocument('/connect'))),
  )
})

test('has every route, and no other', () => {
  // Routes are listed without being run, so what they work with is not needed.
  const context: HandlerContext = JSON.parse('{"hostedPage": {}, "metricsPage": {}}')
  const routes = [...sessionRoutes(context), ...openRoutes(context)]
  const names = (list: readonly { method: string; path: string }[]) =>
    list.map(({ method, path }) => `${method} ${path}`).sort()
  expect(names(operations)).toEqual(names(routes))
  const sessions = operations.filter(({ caller }) => caller === undefined)
  expect(names(sessions)).toEqual(names(sessionRoutes(context)))
})

test('describes the types that are sent', () => {
  type Sent<Name extends keyof typeof answerSchemas> = v.InferOutput<(typeof answerSchemas)[Name]>
  expectTypeOf<Sent<'Account'>>().toEqualTypeOf<Account>()
  expectTypeOf<Sent<'Intent'>>().toEqualTypeOf<Intent>()
  expectTypeOf<Sent<'ProviderList'>['providers'][number]>().toEqualTypeOf<Provider>()
  expectTypeOf<Omit<Sent<'Problem'>, 'type' | 'title' | 'status'>>().toEqualTypeOf<Problem>()
  expectTypeOf<Readonly<Sent<'LeftLink'>>>().toEqualTypeOf<LeftLink>()
  expectTypeOf<keyof Sent<'OpenedLink'>>().toEqualTypeOf<keyof OpenedLink>()
})

describe('real answers', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(openApiDocument('/connect'), 'api')

  let host: TestHost
  beforeAll(async () => {
    host = await startTestHost({ publicUrl: 'https://host.test', links: { page: builtPage } })
  }, 60_000)
  afterAll(async () => {
    await host.close()
  })
  beforeEach(() => host.reset())

  function check(name: keyof typeof answerSchemas, value: unknown) {
    const validate = ajv.getSchema(`api#/components/schemas/${name}`)
    if (!validate) throw new Error(`There is no schema ${name}.`)
    validate(value)
    expect(validate.errors ?? [], JSON.stringify(value)).toEqual([])
  }

  const open = async (path: string, method = 'GET') =>
    (await host.handler.fetch(new Request(`http://host.test/connect${path}`, { method }))).json()

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

  test('are described: lists, links, events, problems and the operators’ answers', async () => {
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
    check('OpenedLink', await open(`${path}/session`, 'POST'))
    check('Problem', await (await anna.send('POST', '/intents', { provider: 'linkedin' })).json())
    check('Problem', await open('/accounts'))
    check('Health', await open('/healthz'))
    check('Readiness', await open('/readyz'))
    expect(await open('/openapi.json')).toEqual(JSON.parse(JSON.stringify(openApiDocument('/connect'))))
  })

  test('that are not as described would be found', () => {
    expect(() => check('Account', { id: 'a', provider: 'linkedin', status: 'unheard of' })).toThrow()
  })
})
