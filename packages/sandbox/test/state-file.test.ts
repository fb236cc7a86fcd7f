import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '@connect-account/sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { receiveEvents } from './event-receiver.ts'
import { WireClient } from './wire-client.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Copies the file as a kill at this moment would leave it. */
function asKilled(file: string): string {
  const copy = `${file}.killed`
  copyFileSync(file, copy)
  return copy
}

it('continues at a code, with the same account and the same delay', async () => {
  const stateFile = join(newFolder(), 'deep', 'state.json')
  const before = await WireClient.start({ stateFile })
  const linked = await before.signIn('plain.anna')
  const { body } = await before.signIn('otp+contract.ben')
  const code = await before.newestCode('otp+contract.ben')
  const after = await WireClient.start({ stateFile: asKilled(stateFile) }, before.clock)
  expect((await after.call('GET', `/v2/accounts/${linked.body.id}`)).body).toMatchObject({
    name: 'Anna Sandbox',
  })
  expect((await after.resend(body.intent_id)).status).toBe(429)
  expect((await after.answer(body.intent_id, code)).body.checkpoint).toMatchObject({
    type: 'CONTRACT_SELECTION',
  })
})

it('continues at a QR code, before and after the scan', async () => {
  const stateFile = join(newFolder(), 'state.json')
  const before = await WireClient.start({ stateFile })
  const { body } = await before.showQr()
  const between = await WireClient.start({ stateFile: asKilled(stateFile) }, before.clock)
  expect((await between.scan(body.qrcode, 'plain.anna')).status).toBe(200)
  const after = await WireClient.start({ stateFile: asKilled(`${stateFile}.killed`) }, before.clock)
  expect((await after.answer(body.intent_id, '')).body).toMatchObject({
    object: 'Account',
    name: 'Anna Sandbox',
  })
})

it('delivers undelivered events after a restart', async () => {
  const { url, received } = await receiveEvents(500)
  const stateFile = join(newFolder(), 'state.json')
  const options = {
    stateFile,
    now: Date.now,
    webhook: { url, secret: 's' },
    timings: { syncMs: 60_000, webhookRetriesMs: [400, 400] },
  }
  const before = await WireClient.start(options)
  await before.signIn('plain.anna')
  await expect.poll(() => received).toHaveLength(2)
  await before.sandbox.close()
  await WireClient.start(options)
  // The other event may be delivered again, if its response was still in transit.
  const again = () => received.slice(2).map(({ event }) => event.id)
  await expect.poll(() => again()).toContain(received[0]?.event.id)
})

it('refuses a file that does not hold a state, and says what to do', async () => {
  const stateFile = join(newFolder(), 'state.json')
  writeFileSync(stateFile, '{"version":')
  await expect(startSandbox({ port: 0, apiKey: 'k', stateFile })).rejects.toThrow(
    /Delete it to start with an empty state/,
  )
})
