import { providerCatalogue } from '@connect-account/core/catalogue'
import { scriptedTransport } from '@connect-account/core/testing'
import { expect, it } from 'vitest'
import { ConnectAccount } from '../../src/index.ts'
import { addKitStyles, findPart, show } from './page.ts'

/** The box around all shapes of a mark, on the screen. */
function boxOf(mark: Element) {
  const boxes = [...mark.querySelectorAll('path')].map((path) => path.getBoundingClientRect())
  const left = Math.min(...boxes.map((box) => box.left))
  const right = Math.max(...boxes.map((box) => box.right))
  const top = Math.min(...boxes.map((box) => box.top))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  return { width: right - left, height: bottom - top, x: (left + right) / 2, y: (top + bottom) / 2 }
}

it('shows the marks of all providers in one optical size, in the middle of their boxes', async () => {
  addKitStyles()
  show(<ConnectAccount transport={scriptedTransport({ providers: providerCatalogue })} memory={null} />)
  await findPart('provider')
  const icons = document.querySelectorAll('[data-ca="provider"] [data-ca="provider-icon"]')
  expect(icons).toHaveLength(providerCatalogue.length)
  for (const icon of icons) {
    const frame = icon.getBoundingClientRect()
    const { width, height, x, y } = boxOf(icon)
    const name = icon.getAttribute('data-provider') ?? ''
    expect(Math.max(width, height), name).toBeGreaterThan(18.5)
    expect(Math.max(width, height), name).toBeLessThan(22.5)
    expect(Math.abs(x - (frame.left + frame.right) / 2), name).toBeLessThan(0.6)
    expect(Math.abs(y - (frame.top + frame.bottom) / 2), name).toBeLessThan(0.6)
  }
})
