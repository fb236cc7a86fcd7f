import { readAccountList } from '@connect-account/core/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { builtPage, linkedin, ownerOf } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { checkpointId, readProblem, startTestHost, type TestHost } from './test-host.ts'
import { deliver } from './webhook-delivery.ts'

/** What PostgreSQL stores in no text: NUL, and half of a character outside the basic plane. */
const unstorable = ['a\0b', '\0', 'cut \ud83d', '\udc4d cut', '\udc00\ud800']

let host: TestHost

beforeAll(async () => {
  host = await startTestHost({
    publicUrl: 'https://host.example',
    links: { page: builtPage, ownerOf, selfService: true },
  })
})
afterAll(() => host.close())
beforeEach(() => host.reset())

async function accountsOf(userId: string) {
  return readAccountList(await (await host.as(userId).send('GET', '/accounts')).json()).accounts
}

describe.each(unstorable)('%j from Unipile', (text) => {
  test('as the name of an account is repaired, and the account is linked', async () => {
    host.upstream.script = () => answers.account('acc_1', { name: text })
    expect((await host.as('anna').start(linkedin())).step).toMatchObject({ type: 'linked' })
    const [account] = await accountsOf('anna')
    expect(account?.name).toBe(text.replaceAll(/[\0\p{Surrogate}]/gu, '\ufffd'))
  })

  test('in a checkpoint is repaired, and the checkpoint is shown', async () => {
    host.upstream.script = () =>
      answers.checkpoint('CONTRACT_SELECTION', { contracts: [{ id: 'c1', name: text, description: text }] })
    expect((await host.as('anna').start(linkedin())).step).toMatchObject({ type: 'contract' })
    host.upstream.script = () => answers.checkpoint(`NEW ${text}`)
    expect((await host.as('ben').start(linkedin())).step).toMatchObject({ type: 'unsupported' })
  })

  test('in an error is repaired, and the attempt ends', async () => {
    host.upstream.script = () => answers.error(403, 'api/account_restricted', { title: text, detail: text })
    expect((await host.as('anna').start(linkedin())).step).toMatchObject({ type: 'restricted' })
  })

  test('in a webhook is applied', async () => {
    host.upstream.script = () => answers.account('acc_1')
    await host.as('anna').start(linkedin())
    await deliver(host, {
      type: 'account.status.errored',
      account_id: 'acc_1',
      payload: { reason: text, product: text },
    })
    expect(await accountsOf('anna')).toMatchObject([{ status: 'degraded' }])
  })
})

describe.each(unstorable)('%j from a user is refused where it would be stored', (text) => {
  test.each([
    { path: '/intents', body: { ...google(), returnTo: `https://host.example/${text}` }, field: 'returnTo' },
    { path: '/intents', body: { ...google(), loginHint: text }, field: 'loginHint' },
    { path: '/intents', body: { ...linkedin(), method: text }, field: 'method' },
    { path: '/links', body: { loginHint: text }, field: 'loginHint' },
  ])('$field of $path', async ({ path, body, field }) => {
    const problem = await readProblem(await host.as('anna').send('POST', path, body))
    expect(problem).toMatchObject({ code: 'invalid_request', fields: [{ name: field, code: 'invalid' }] })
  })

  test('but may be typed into a form or as a code', async () => {
    host.upstream.script = () => answers.checkpoint('OTP')
    const anna = host.as('anna')
    const { id, step } = await anna.start(linkedin(`anna${text}@example.com`, `secret${text}`))
    expect(step).toMatchObject({ type: 'otp' })
    const checkpoint = checkpointId(step)
    const response = await anna.send('POST', `/intents/${id}/solve`, { checkpoint, answer: `12${text}` })
    expect(response.status).toBe(200)
  })

  test('of the host: a user id and the options of a link', async () => {
    await expect(host.handler.mintSession({ userId: `anna${text}` })).rejects.toMatchObject({
      code: 'invalid_setting',
    })
    for (const [name, options] of Object.entries({
      state: { state: text },
      loginHint: { loginHint: text },
      'scopes.1': { scopes: ['a', text] },
      redirectUri: { redirectUri: `https://host.example/${text}` },
      userId: { userId: `anna${text}` },
    })) {
      await expect(host.handler.links.create({ userId: 'anna', ...options })).rejects.toMatchObject({
        code: 'invalid_request',
        fields: [{ name }],
      })
    }
    for (const call of [host.handler.links.list, host.handler.links.revoke]) {
      await expect(call({ userId: `anna${text}` })).rejects.toMatchObject({ code: 'invalid_setting' })
    }
    await expect(host.handler.links.revoke({ userId: 'anna', id: text })).rejects.toMatchObject({
      code: 'invalid_setting',
    })
  })
})

test('a label of any length is shown, cut between two characters', async () => {
  host.upstream.script = () => answers.account('acc_1', { name: '🙂'.repeat(2_000) })
  await host.as('anna').start(linkedin())
  expect((await accountsOf('anna'))[0]?.name).toBe('🙂'.repeat(512))
})

function google() {
  return { provider: 'google', method: 'consent', returnTo: 'https://host.example/x', display: 'popup' }
}
