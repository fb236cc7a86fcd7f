import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { AccountStatuses } from '../../examples/AccountStatuses.tsx'
import { Challenge } from '../../examples/Challenge.tsx'
import { Loading } from '../../examples/Loading.tsx'
import { PickerMany } from '../../examples/PickerMany.tsx'
import { addKitStyles, addSheet, emulate, find, findPart, show } from './page.ts'

const restricted = sampleIntent({ type: 'restricted', reason: 'Under review' })

it('keeps the host’s styles for content of the host', async () => {
  addKitStyles()
  addSheet('a { color: rgb(1, 2, 3); font-weight: 700; padding: 3px } p { margin: 20px; border: 1px solid }')
  show(
    <ConnectAccount
      transport={scriptedTransport({ intent: restricted })}
      intentId="intent-1"
      memory={null}
      support={
        <p>
          <a href="#support">Contact support</a>
        </p>
      }
    />,
  )
  const link = getComputedStyle(await find('[data-ca="support"] a'))
  expect([link.color, link.fontWeight, link.paddingTop]).toEqual(['rgb(1, 2, 3)', '700', '3px'])
  const paragraph = getComputedStyle(await find('[data-ca="support"] p'))
  expect([paragraph.marginTop, paragraph.borderTopWidth]).toEqual(['20px', '1px'])
})

it('is hidden if its container is hidden', async () => {
  addKitStyles()
  const place = show(<PickerMany />)
  const provider = await findPart('provider')
  place.style.visibility = 'hidden'
  expect(getComputedStyle(provider).visibility).toBe('hidden')
  place.style.pointerEvents = 'none'
  expect(getComputedStyle(provider).pointerEvents).toBe('none')
})

it('keeps the page’s language, which selects glyphs', async () => {
  addKitStyles()
  const place = show(<PickerMany />)
  place.lang = 'ja'
  const heading = getComputedStyle(await findPart('heading'))
  expect(heading.getPropertyValue('-webkit-locale')).toBe('"ja"')
})

it("can be restyled by a host's rules", async () => {
  addKitStyles()
  addSheet(`
    [data-ca='root'] [data-ca='provider'] { border-radius: 1px }
    [data-ca='root'] [data-ca='input'][data-ca] { border-radius: 2px }
    [data-ca='root'][data-ca-theme] { border-radius: 3px }`)
  show(<PickerMany />)
  expect(getComputedStyle(await findPart('provider')).borderRadius).toBe('1px')
  expect(getComputedStyle(await findPart('input')).borderRadius).toBe('2px')
  expect(getComputedStyle(await findPart('root')).borderRadius).toBe('3px')
})

it('shows a status outside of a root, in a list of the host', async () => {
  addKitStyles()
  show(<AccountStatuses />)
  await findPart('account-status')
  for (const label of document.querySelectorAll('[data-ca="status-label"]')) {
    const dot = getComputedStyle(label, '::before')
    expect(dot.backgroundColor).not.toBe('rgba(0, 0, 0, 0)')
    expect(Number.parseFloat(dot.width)).toBeGreaterThan(5)
  }
})

describe('in forced colors', () => {
  it('the chosen kind looks different', async () => {
    await emulate({ 'forced-colors': 'active' })
    addKitStyles()
    show(<PickerMany />)
    const chosen = getComputedStyle(await find('[data-ca="kind"][data-checked]'))
    const other = getComputedStyle(await find('[data-ca="kind"]:not([data-checked])'))
    expect(chosen.backgroundColor).not.toBe(other.backgroundColor)
    expect(chosen.color).not.toBe(chosen.backgroundColor)
  })

  it('the chosen option and the primary button look different', async () => {
    await emulate({ 'forced-colors': 'active' })
    addKitStyles()
    show(<Challenge />)
    await userEvent.click(await findPart('option'))
    const chosen = getComputedStyle(await find('[data-ca="option"][data-checked]'))
    const other = getComputedStyle(await find('[data-ca="option"]:not([data-checked])'))
    expect(chosen.backgroundColor).not.toBe(other.backgroundColor)
    const primary = getComputedStyle(await find('[data-variant="primary"]'))
    const quiet = getComputedStyle(await find('[data-variant="quiet"]'))
    expect(primary.borderTopWidth).not.toBe(quiet.borderTopWidth)
  })

  it('progress is visible', async () => {
    await emulate({ 'forced-colors': 'active' })
    addKitStyles()
    show(<Loading />)
    const progress = await findPart('progress')
    const surface = getComputedStyle(await findPart('root')).backgroundColor
    expect(getComputedStyle(progress).borderTopColor).not.toBe(surface)
    expect(getComputedStyle(progress).borderTopWidth).toBe('1px')
    expect(getComputedStyle(progress, '::before').backgroundColor).not.toBe(surface)
  })
})
