import type { InitialSync } from '@connect-account/core'
import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { afterAll, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { ConnectAccount, ConnectAccountDialog } from '../../src/index.ts'
import { addKitStyles, emulate, find, findPart, show } from './page.ts'

// The size is restored for the tests of other files.
const { innerWidth, innerHeight } = window
afterAll(() => page.viewport(innerWidth, innerHeight))

it.each([
  [1280, 800],
  [390, 780],
])(
  'an end is in the middle of the dialog, and its motion is short, in a window of %i × %i',
  async (width, height) => {
    await page.viewport(width, height)
    addKitStyles()
    const intent = sampleIntent({ type: 'linked', account: sampleAccount })
    const transport = scriptedTransport({ intent })
    show(
      <ConnectAccountDialog
        open
        onOpenChange={() => {}}
        transport={transport}
        memory={null}
        intentId={intent.id}
      />,
    )
    const mark = await findPart('mark')
    const times = mark
      .getAnimations({ subtree: true })
      .map(({ effect }) => Number(effect?.getComputedTiming().endTime))
    expect(times.length).toBeGreaterThan(1)
    expect(Math.max(...times)).toBeLessThanOrEqual(240)

    await emulate({ 'prefers-reduced-motion': 'reduce' })
    expect(mark.getAnimations({ subtree: true })).toEqual([])
    const box = (await findPart('dialog')).getBoundingClientRect()
    const { bottom } = (await findPart('actions')).getBoundingClientRect()
    const above = mark.getBoundingClientRect().top - box.top
    expect(Math.abs(above - (box.bottom - bottom))).toBeLessThan(64)
  },
)

const account = (initialSync: InitialSync) => ({ ...sampleAccount, initialSync })

it.each([320, 480])('no button moves while the messages are imported, at %i pixels', async (width) => {
  await page.viewport(width, 700)
  await emulate({ 'prefers-reduced-motion': 'reduce' })
  addKitStyles()
  const intent = sampleIntent({ type: 'linked', account: account('pending') })
  const transport = scriptedTransport({ intent })
  const flow = { transport, memory: null, intentId: intent.id, onClose() {} }
  show(<ConnectAccount {...flow} waitForSync />, width)
  await findPart('initial-sync')
  const buttons = [...document.querySelectorAll('[data-ca="button"]')]
  expect(buttons.length).toBeGreaterThan(1)
  const places = () => buttons.map((button) => Math.round(button.getBoundingClientRect().top))
  const before = places()

  await find('[data-ca="initial-sync"][data-state="running"]')
  expect(places()).toEqual(before)
  for (const state of ['failed', 'completed'] as const) {
    transport.pushAccount(account(state))
    await find(`[data-ca="initial-sync"][data-state="${state}"]`)
    expect(places()).toEqual(before)
  }
  expect((await findPart('help')).textContent).toBe('Import complete.')
  expect(buttons[0]?.textContent).toBe('Done')
})
