import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'

const linkFacebook = {
  provider: 'facebook',
  method: 'credentials',
  credentials: { username: 'anna', password: 'pass-word-1' },
}
const listed = v.looseObject({ providers: v.array(v.looseObject({ id: v.string() })) })

let host: TestHost
let time = Date.now()

beforeAll(async () => {
  host = await startTestHost({ now: () => time })
})
afterAll(() => host.close())
beforeEach(() => host.reset())

async function offered(on = host.handler): Promise<string[]> {
  const response = await host.as('anna', { on }).send('GET', '/providers')
  return v.parse(listed, await response.json()).providers.map(({ id }) => id)
}

test.each([
  [400, 'api/invalid_parameters', 'provider: expected "whatsapp", "linkedin" or "google"'],
  [501, 'api/not_implemented', 'Unknown provider.'],
])(
  'a provider that Unipile refuses with %s %s is not offered for an hour, on any instance',
  async (status, type, detail) => {
    const other = await host.another({ now: () => time })
    host.upstream.script = () => answers.error(status, type, { detail })
    expect(await offered(other)).toContain('facebook')
    expect(await host.as('anna').problem('POST', '/intents', linkFacebook)).toMatchObject({
      code: 'provider_not_supported',
      httpStatus: 502,
    })
    expect(host.log.join()).toContain('Unipile does not know this provider or method')
    expect(await offered()).not.toContain('facebook')
    expect(await offered(other)).not.toContain('facebook')
    expect(await offered()).toContain('linkedin')
    time += 61 * 60_000
    expect(await offered(other)).toContain('facebook')
  },
)

test('a setting goes on offering it', async () => {
  const stubborn = await host.another({ timings: { unsupportedMinutes: 0 } })
  host.upstream.script = () => answers.error(501, 'api/not_implemented')
  await host.as('anna', { on: stubborn }).problem('POST', '/intents', linkFacebook)
  expect(await offered(stubborn)).toContain('facebook')
})

test('other invalid parameters say nothing of the provider', async () => {
  host.upstream.script = () =>
    answers.error(400, 'api/invalid_parameters', { detail: 'proxy: expected a host' })
  const problem = await host.as('anna').problem('POST', '/intents', linkFacebook)
  expect(problem.code).toBe('upstream_rejected')
  expect(await offered()).toContain('facebook')
})
