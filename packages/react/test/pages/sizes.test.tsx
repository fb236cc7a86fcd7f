import type { ReactNode } from 'react'
import { afterAll, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Contract } from '../../examples/Contract.tsx'
import { Credentials } from '../../examples/Credentials.tsx'
import { Dialog } from '../../examples/Dialog.tsx'
import { Frameless } from '../../examples/Frameless.tsx'
import { FullPage } from '../../examples/FullPage.tsx'
import { OtpError } from '../../examples/OtpError.tsx'
import { PickerMany } from '../../examples/PickerMany.tsx'
import { SidePanel } from '../../examples/SidePanel.tsx'
import { addKitStyles, addSheet, emulate, find, findPart, setAttribute, show } from './page.ts'

const boxOf = (element: Element) => element.getBoundingClientRect()

// The size is restored for the tests of other files.
const { innerWidth, innerHeight } = window
afterAll(() => page.viewport(innerWidth, innerHeight))

async function openDialog(width: number, dialog = <Dialog />) {
  await emulate({ 'prefers-reduced-motion': 'reduce' })
  show(dialog, width)
  await userEvent.click(await find('button'))
  await findPart('provider')
  return find('[data-ca="dialog"]')
}

describe.each([
  [320, 256],
  [740, 360],
  [390, 380],
  [560, 700],
])('the dialog in a window of %i × %i', (width, height) => {
  it.each([100, 200])('can be read and closed with text at %i %%', async (size) => {
    await page.viewport(width, height)
    addSheet(`html { font-size: ${size}% } * { margin: 0 }`)
    addKitStyles()
    const dialog = await openDialog(width)
    const box = boxOf(dialog)
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.bottom).toBeLessThanOrEqual(height)
    expect(box.left).toBeGreaterThanOrEqual(0)
    expect(box.right).toBeLessThanOrEqual(width)
    expect(Math.abs(box.left - (width - box.right))).toBeLessThanOrEqual(1)

    const root = await findPart('root')
    root.scrollTop = 0
    const heading = boxOf(await findPart('heading'))
    const close = await findPart('dialog-close')
    expect(heading.top).toBeGreaterThanOrEqual(box.top)
    expect(boxOf(close).top).toBeGreaterThanOrEqual(box.top)

    // Every element that Tab reaches is visible and not covered.
    for (const control of dialog.querySelectorAll<HTMLElement>('[data-ca="provider"], [data-ca="button"]')) {
      control.focus()
      const { left, right, top, bottom } = boxOf(control)
      expect(top).toBeGreaterThanOrEqual(box.top)
      expect(bottom).toBeLessThanOrEqual(box.bottom)
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      expect(control.contains(over)).toBe(true)
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    await userEvent.click(close)
  })
})

it.each([
  [1280, 800],
  [390, 780],
  [740, 360],
])('the dialog keeps its size and place from step to step in a window of %i × %i', async (width, height) => {
  await page.viewport(width, height)
  addKitStyles()
  const dialog = await openDialog(width)
  const { x, y, ...size } = boxOf(dialog).toJSON()
  const expectSameBox = () => expect(boxOf(dialog).toJSON()).toEqual({ x, y, ...size })
  await userEvent.click(page.getByRole('button', { name: 'LinkedIn' }))
  await find('[type="password"]')
  expectSameBox()
  await userEvent.click(page.getByRole('button', { name: 'Sign in', exact: true }))
  await findPart('field-error')
  expectSameBox()
  await userEvent.fill(page.getByLabelText('Email or phone'), 'anna@example.com')
  await userEvent.fill(page.getByLabelText('Password', { exact: true }), 'secret')
  await userEvent.keyboard('{Enter}')
  await findPart('code-input')
  expectSameBox()
  await userEvent.keyboard('123456')
  await find('[data-tone="success"]')
  expectSameBox()
})

describe.each([
  [1280, 800],
  [390, 780],
])('in a window of %i × %i', (width, height) => {
  it('a side panel is at the end of the window, and on a phone a sheet', async () => {
    await page.viewport(width, height)
    addKitStyles()
    const dialog = await openDialog(width, <SidePanel />)
    const { left, right, top, bottom } = boxOf(dialog)
    expect([right, bottom]).toEqual([width, height])
    if (width > 480) expect([left, top]).toEqual([width - 420, 0])
    else expect([left, top]).toEqual([0, height - 640])
  })

  it('a full page fills the window, with the screen in a column in the middle', async () => {
    await page.viewport(width, height)
    addKitStyles()
    await emulate({ 'prefers-reduced-motion': 'reduce' })
    addSheet('* { margin: 0 }')
    show(<FullPage />, width)
    await findPart('provider')
    const root = boxOf(await findPart('root'))
    const screen = boxOf(await findPart('screen'))
    expect([root.left, root.top, root.width]).toEqual([0, 0, width])
    expect(root.height).toBeGreaterThanOrEqual(height)
    expect(screen.width).toBeLessThanOrEqual(420)
    expect(screen.width).toBeGreaterThan(300)
    expect(screen.left).toBe(width - screen.right)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  })

  it('a flow without a frame is exactly as wide as its place', async () => {
    await page.viewport(width, height)
    addKitStyles()
    await emulate({ 'prefers-reduced-motion': 'reduce' })
    const place = show(<Frameless />, width)
    await findPart('provider')
    const own = place.firstElementChild
    if (!own) throw new Error('Nothing was rendered.')
    const screen = boxOf(await findPart('screen'))
    expect([screen.left, screen.right]).toEqual([boxOf(own).left + 25, boxOf(own).right - 25])
    expect(getComputedStyle(await findPart('root')).backgroundColor).toBe('rgba(0, 0, 0, 0)')
  })
})

it('a screen comes in from the direction of travel, in less than 240 ms', async () => {
  await page.viewport(1280, 800)
  addKitStyles()
  show(<PickerMany />, 480)
  const motionOf = async (part: string) => {
    await findPart(part)
    const [motion] = (await findPart('screen')).getAnimations()
    if (!(motion instanceof CSSAnimation)) throw new Error('The screen does not move.')
    expect(Number(motion.effect?.getComputedTiming().endTime)).toBeLessThan(240)
    return motion.animationName
  }
  ;(await findPart('provider')).click()
  expect(await motionOf('method')).toBe('ca-forward')
  ;(await findPart('back')).click()
  expect(await motionOf('provider')).toBe('ca-backward')
})

it('what is below the edge of the dialog fades out, and nothing covers the last button', async () => {
  await page.viewport(1280, 500)
  addKitStyles()
  await openDialog(1280)
  const body = await findPart('body')
  const fade = getComputedStyle(body, '::after')
  expect(fade.position).toBe('sticky')
  expect(fade.pointerEvents).toBe('none')
  // Without scrolling it would be below the content.
  expect(Number.parseFloat(fade.marginBottom)).toBe(-Number.parseFloat(fade.height))
  body.scrollTop = body.scrollHeight
  const cancel = await find('[data-ca="cancel"] [data-ca="button-label"]')
  expect(boxOf(cancel).bottom).toBeLessThanOrEqual(boxOf(body).bottom - Number.parseFloat(fade.height))
})

it('the bar and the heading of the dialog stay in place while its body scrolls', async () => {
  await page.viewport(1280, 500)
  addKitStyles()
  await openDialog(1280)
  const fixed = [await findPart('bar'), await findPart('heading')]
  const before = fixed.map((part) => boxOf(part).top)
  const providers = document.querySelectorAll<HTMLElement>('[data-ca="provider"]')
  providers[providers.length - 1]?.focus()
  expect((await findPart('body')).scrollTop).toBeGreaterThan(0)
  expect(fixed.map((part) => boxOf(part).top)).toEqual(before)
})

it('accepts clicks if the page disables the pointer', async () => {
  await page.viewport(800, 700)
  addKitStyles()
  const dialog = await openDialog(480)
  addSheet('body { pointer-events: none }')
  expect(getComputedStyle(dialog).pointerEvents).toBe('auto')
  await userEvent.click(await findPart('dialog-close'))
  expect(dialog.hasAttribute('open')).toBe(false)
})

it.each([
  [1280, 800],
  [390, 780],
])('no field moves when an error appears in a window of %i × %i', async (width, height) => {
  await page.viewport(width, height)
  await emulate({ 'prefers-reduced-motion': 'reduce' })
  addKitStyles()
  const place = show(<Contract />, width)
  const option = await findPart('option')
  const before = boxOf(option).toJSON()
  const button = await find('[data-variant="primary"]')
  // Not with the pointer, because a click soon after one in another test would count as a double click.
  button.click()
  const alert = await findPart('alert')
  expect(boxOf(option).toJSON()).toEqual(before)
  expect(boxOf(alert).bottom).toBeLessThan(boxOf(button).top)
  expect(place.scrollWidth).toBeLessThanOrEqual(width)
})

describe.each(['ltr', 'rtl'])('the bar in a page with direction %s', (dir) => {
  it('has Back at its start, Close at its end, and the provider in the middle', async () => {
    await page.viewport(1280, 800)
    setAttribute(document.documentElement, 'dir', dir)
    addKitStyles()
    await openDialog(1280)
    await userEvent.click(page.getByRole('button', { name: 'LinkedIn' }))
    const [back, title, close] = await Promise.all(['back', 'bar-title', 'dialog-close'].map(findPart))
    const bar = boxOf(await findPart('bar'))
    if (!back || !title || !close) throw new Error('The bar lacks a part.')
    const [first, last] = dir === 'ltr' ? [back, close] : [close, back]
    expect(boxOf(first).left).toBe(bar.left)
    expect(boxOf(last).right).toBe(bar.right)
    for (const button of [back, close]) expect(boxOf(button)).toMatchObject({ width: 44, height: 44 })
    const centered = document.createRange()
    centered.selectNodeContents(title)
    const { left, right } = centered.getBoundingClientRect()
    expect(Math.abs((left + right) / 2 - (bar.left + bar.right) / 2)).toBeLessThan(1)
    // Of the two arrows, the one that points back is in the button.
    const arrows = boxOf(await find('[data-icon="back"]'))
    if (dir === 'ltr') expect(arrows.right).toBe(boxOf(back).right)
    else expect(arrows.left).toBe(boxOf(back).left)
  })
})

describe.each<[string, ReactNode]>([
  ['picker', <PickerMany key="" />],
  ['form', <Credentials key="" />],
  ['code', <OtpError key="" />],
])('the %s', (_, content) => {
  it.each([
    ['html { font-size: 62.5% }', 15],
    ['html { font-size: 100% }', 15],
    ['html { font-size: 200% }', 30],
    [':root { --ca-font-size: 18px }', 18],
  ])('has the text size of the page: %s', async (css, size) => {
    await page.viewport(800, 700)
    addSheet(css)
    addKitStyles()
    show(content)
    const screen = await findPart('screen')
    expect(getComputedStyle(screen).fontSize).toBe(`${size}px`)
    const button = await find('[data-ca="provider"], [data-variant="primary"]')
    expect(getComputedStyle(button).fontSize).toBe(`${size}px`)
  })

  it.each([100, 200])('fits into 320 px with text at %i %%', async (size) => {
    await page.viewport(800, 700)
    addSheet(`html { font-size: ${size}% }`)
    addKitStyles()
    const place = show(content, 320)
    await find('[data-ca="provider"], [data-ca="label"], [data-ca="code-cell"]')
    for (const part of place.querySelectorAll('[data-ca]:not(svg, [data-ca="live"], [data-ca="code-input"])'))
      if (part instanceof HTMLElement)
        expect(part.scrollWidth, part.outerHTML).toBeLessThanOrEqual(part.offsetWidth)
    expect(place.scrollWidth).toBeLessThanOrEqual(320)
  })
})

describe.each(['ltr', 'rtl'])('fields in a page with direction %s', (dir) => {
  it('keep the text of a password clear of its button', async () => {
    setAttribute(document.documentElement, 'dir', dir)
    addKitStyles()
    show(<Credentials />)
    const input = await find('[type="password"]')
    const reveal = boxOf(await findPart('reveal'))
    const { direction, paddingLeft, paddingRight } = getComputedStyle(input)
    expect(direction).toBe('ltr')
    const { left, right } = boxOf(input)
    expect(
      reveal.left >= right - Number.parseFloat(paddingRight) - 1 ||
        reveal.right <= left + Number.parseFloat(paddingLeft) + 1,
    ).toBe(true)
  })

  it('keep the text of the search clear of its icon', async () => {
    setAttribute(document.documentElement, 'dir', dir)
    addSheet('html { font-size: 200% }')
    addKitStyles()
    show(<PickerMany />)
    const input = await find('[type="search"]')
    const icon = boxOf(await find('[data-ca="search"] [data-ca="icon"]'))
    const { left, right } = boxOf(input)
    const start = Number.parseFloat(getComputedStyle(input).paddingInlineStart)
    if (dir === 'ltr') expect(icon.right).toBeLessThan(left + start)
    else expect(icon.left).toBeGreaterThan(right - start)
  })
})
