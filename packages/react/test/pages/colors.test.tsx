import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount, ConnectAccountDialog, type ConnectAccountProps } from '@connect-account/react'
import { describe, expect, it } from 'vitest'
import { addKitStyles, addSheet, emulate, find, setAttribute, show } from './page.ts'

const LIGHT = { accent: 'rgb(74, 74, 224)', surface: 'rgb(255, 255, 255)', scheme: 'light' }
const DARK = { accent: 'rgb(142, 144, 255)', surface: 'rgb(24, 24, 27)', scheme: 'dark' }
const variants = ['published', 'baseline', 'vite', 'next'] as const

/** The form, in which the page's styles are not yet touched by any of the kit's. */
function showForm(props: Pick<ConnectAccountProps, 'appearance'> = {}) {
  return show(
    <ConnectAccount {...props} transport={scriptedTransport({})} memory={null} providers={['linkedin']} />,
  )
}

/** What the user sees, once the screen is there. */
async function look() {
  const button = await find('[data-variant="primary"]')
  const card = await find('[data-ca="root"]')
  await Promise.all(button.getAnimations().map(({ finished }) => finished))
  return {
    accent: getComputedStyle(button).backgroundColor,
    surface: getComputedStyle(card).backgroundColor,
    // What native controls and scrollbars follow.
    scheme: card.matches('[data-ca-theme="system"]')
      ? matchMedia('(prefers-color-scheme: dark)').matches
        ? 'dark'
        : 'light'
      : getComputedStyle(card).colorScheme,
  }
}

describe.each(variants)('colors of the stylesheet: %s', (variant) => {
  it('has the light ones in a page that declares no color scheme', async () => {
    addKitStyles(variant)
    showForm()
    expect(await look()).toEqual(LIGHT)
    const field = getComputedStyle(await find('[data-ca="input"]'))
    expect(field.borderTopWidth).toBe('1px')
    expect(field.borderTopColor).not.toBe(getComputedStyle(await find('[data-ca="root"]')).color)
  })

  it('stays light on a light page when the system is dark', async () => {
    await emulate({ 'prefers-color-scheme': 'dark' })
    addKitStyles(variant)
    showForm()
    expect(await look()).toEqual(LIGHT)
  })

  it('is dark when told so on a light system', async () => {
    addKitStyles(variant)
    showForm({ appearance: 'dark' })
    expect(await look()).toEqual(DARK)
  })

  it('is light when told so in a dark page on a dark system', async () => {
    await emulate({ 'prefers-color-scheme': 'dark' })
    addSheet(':root { color-scheme: dark }')
    addKitStyles(variant)
    showForm({ appearance: 'light' })
    expect(await look()).toEqual(LIGHT)
  })

  it('follows the system when told so', async () => {
    addKitStyles(variant)
    showForm({ appearance: 'system' })
    expect(await look()).toEqual(LIGHT)
    await emulate({ 'prefers-color-scheme': 'dark' })
    await expect.poll(look).toEqual(DARK)
  })

  it('follows a page that declares it is dark', async () => {
    addSheet(':root { color-scheme: dark }')
    addKitStyles(variant)
    showForm()
    expect(await look()).toEqual(DARK)
  })

  it('follows, in a dialog, a page that declares it is dark', async () => {
    addSheet(':root { color-scheme: dark }')
    addKitStyles(variant)
    show(
      <ConnectAccountDialog
        open
        onOpenChange={() => {}}
        transport={scriptedTransport({})}
        memory={null}
        providers={['linkedin']}
      />,
    )
    expect((await look()).accent).toBe(DARK.accent)
  })

  it('takes the tokens of an element above it', async () => {
    addSheet('body { --ca-accent: rgb(1, 2, 3); --ca-shadow: none }')
    addKitStyles(variant)
    showForm({ appearance: 'dark' })
    expect(await look()).toEqual({ ...DARK, accent: 'rgb(1, 2, 3)' })
    expect(getComputedStyle(await find('[data-ca="root"]')).boxShadow).toBe('none')
  })
})

describe('following the page', () => {
  it('has the colors before its first paint', async () => {
    addSheet(':root { color-scheme: dark }')
    addKitStyles()
    const place = showForm()
    const seen = new Set<string | undefined>()
    await new Promise<void>((resolve) => {
      const frame = () => {
        const card = place.querySelector<HTMLElement>('[data-ca="root"]')
        if (card) seen.add(card.dataset.caTheme)
        if (place.querySelector('[data-variant="primary"]')) resolve()
        else requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })
    expect([...seen]).toEqual(['dark'])
  })

  it('takes the system for a page that is both', async () => {
    await emulate({ 'prefers-color-scheme': 'dark' })
    addSheet(':root { color-scheme: light dark }')
    addKitStyles()
    showForm()
    expect(await look()).toEqual(DARK)
    await emulate({ 'prefers-color-scheme': 'light' })
    await expect.poll(look).toEqual(LIGHT)
  })

  it.each([
    ['a class of html', 'html', 'class', 'night'],
    ['an attribute of html', 'html', 'data-theme', 'night'],
    ['a style of body', 'body', 'style', 'color-scheme: dark'],
    ['a class of body', 'body', 'class', 'night'],
  ])('follows %s as it changes', async (_, selector, name, value) => {
    addSheet('.night, [data-theme=night] { color-scheme: dark }')
    addKitStyles()
    showForm()
    expect(await look()).toEqual(LIGHT)
    const element = await find(selector)
    setAttribute(element, name, value)
    await expect.poll(look).toEqual(DARK)
    element.removeAttribute(name)
    await expect.poll(look).toEqual(LIGHT)
  })

  it('follows a section around it', async () => {
    addSheet('.night { color-scheme: dark }')
    addKitStyles()
    const place = showForm()
    expect(await look()).toEqual(LIGHT)
    place.className = 'night'
    await expect.poll(look).toEqual(DARK)
  })

  it('follows a stylesheet that is exchanged', async () => {
    addKitStyles()
    showForm()
    expect(await look()).toEqual(LIGHT)
    const remove = addSheet(':root { color-scheme: dark }')
    await expect.poll(look).toEqual(DARK)
    remove()
    await expect.poll(look).toEqual(LIGHT)
  })

  it('follows a stylesheet that loads late', async () => {
    addKitStyles()
    showForm()
    expect(await look()).toEqual(LIGHT)
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = URL.createObjectURL(new Blob([':root { color-scheme: dark }'], { type: 'text/css' }))
    document.head.append(link)
    await expect.poll(look).toEqual(DARK)
    link.remove()
    await expect.poll(look).toEqual(LIGHT)
  })

  it('follows the meta element', async () => {
    addKitStyles()
    showForm()
    expect(await look()).toEqual(LIGHT)
    const meta = document.createElement('meta')
    meta.name = 'color-scheme'
    meta.content = 'dark'
    document.head.append(meta)
    await expect.poll(look).toEqual(DARK)
    meta.content = 'light'
    await expect.poll(look).toEqual(LIGHT)
    meta.remove()
  })

  it("takes a host's own pair of colors where the browser knows light-dark()", async () => {
    addSheet(':root { --ca-accent: light-dark(rgb(1, 1, 1), rgb(2, 2, 2)) }')
    addKitStyles()
    showForm({ appearance: 'dark' })
    expect(await look()).toEqual({ ...DARK, accent: 'rgb(2, 2, 2)' })
  })

  it.each([
    ['rgb(245, 196, 0)', 'oklch(0 0 0)'],
    ['rgb(30, 30, 120)', 'oklch(1 0 0)'],
  ])('writes on the accent %s in a color that can be read', async (accent, ink) => {
    addSheet(`:root { --ca-accent: ${accent} }`)
    addKitStyles()
    showForm()
    expect(getComputedStyle(await find('[data-variant="primary"]')).color).toBe(ink)
  })
})

it('sets nothing on the page', () => {
  addKitStyles()
  const style = getComputedStyle(document.documentElement)
  expect(
    [...document.documentElement.computedStyleMap().keys()].filter((name) => name.startsWith('--')),
  ).toEqual([])
  expect(style.colorScheme).toBe('normal')
})
