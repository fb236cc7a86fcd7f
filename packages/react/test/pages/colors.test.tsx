import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount, ConnectAccountDialog, type ConnectAccountProps } from '@connect-account/react'
import { describe, expect, it } from 'vitest'
import { addKitStyles, addSheet, emulate, find, setAttribute, show } from './page.ts'

const LIGHT = { accent: 'rgb(74, 74, 224)', surface: 'rgb(255, 255, 255)', scheme: 'light' }
const DARK = { accent: 'rgb(142, 144, 255)', surface: 'rgb(24, 24, 27)', scheme: 'dark' }
const variants = ['published', 'baseline', 'vite', 'next'] as const

/** Renders the sign-in form. */
function showForm(props: Pick<ConnectAccountProps, 'appearance'> = {}) {
  return show(
    <ConnectAccount {...props} transport={scriptedTransport({})} memory={null} providers={['linkedin']} />,
  )
}

/** Reads the colors of the rendered screen. */
async function readColors() {
  const button = await find('[data-variant="primary"]')
  const card = await find('[data-ca="root"]')
  await Promise.all(button.getAnimations().map(({ finished }) => finished))
  return {
    accent: getComputedStyle(button).backgroundColor,
    surface: getComputedStyle(card).backgroundColor,
    // Native controls and scrollbars follow this.
    scheme: card.matches('[data-ca-theme="system"]')
      ? matchMedia('(prefers-color-scheme: dark)').matches
        ? 'dark'
        : 'light'
      : getComputedStyle(card).colorScheme,
  }
}

describe.each(variants)('colors of the stylesheet: %s', (variant) => {
  it('are light in a page that declares no color scheme', async () => {
    addKitStyles(variant)
    showForm()
    expect(await readColors()).toEqual(LIGHT)
    const field = getComputedStyle(await find('[data-ca="input"]'))
    expect(field.borderTopWidth).toBe('1px')
    expect(field.borderTopColor).not.toBe(getComputedStyle(await find('[data-ca="root"]')).color)
  })

  it('stay light on a light page with a dark system', async () => {
    await emulate({ 'prefers-color-scheme': 'dark' })
    addKitStyles(variant)
    showForm()
    expect(await readColors()).toEqual(LIGHT)
  })

  it('are dark with appearance="dark" on a light system', async () => {
    addKitStyles(variant)
    showForm({ appearance: 'dark' })
    expect(await readColors()).toEqual(DARK)
  })

  it('are light with appearance="light" in a dark page on a dark system', async () => {
    await emulate({ 'prefers-color-scheme': 'dark' })
    addSheet(':root { color-scheme: dark }')
    addKitStyles(variant)
    showForm({ appearance: 'light' })
    expect(await readColors()).toEqual(LIGHT)
  })

  it('follow the system with appearance="system"', async () => {
    addKitStyles(variant)
    showForm({ appearance: 'system' })
    expect(await readColors()).toEqual(LIGHT)
    await emulate({ 'prefers-color-scheme': 'dark' })
    await expect.poll(readColors).toEqual(DARK)
  })

  it('follow a page that declares a dark scheme', async () => {
    addSheet(':root { color-scheme: dark }')
    addKitStyles(variant)
    showForm()
    expect(await readColors()).toEqual(DARK)
  })

  it('follow the page in a dialog too', async () => {
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
    expect((await readColors()).accent).toBe(DARK.accent)
  })

  it('use the tokens of an element above', async () => {
    addSheet('body { --ca-accent: rgb(1, 2, 3); --ca-shadow: none }')
    addKitStyles(variant)
    showForm({ appearance: 'dark' })
    expect(await readColors()).toEqual({ ...DARK, accent: 'rgb(1, 2, 3)' })
    expect(getComputedStyle(await find('[data-ca="root"]')).boxShadow).toBe('none')
  })
})

describe('with appearance="auto"', () => {
  it('the colors are right at the first paint', async () => {
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

  it('follows the system if the page supports both schemes', async () => {
    await emulate({ 'prefers-color-scheme': 'dark' })
    addSheet(':root { color-scheme: light dark }')
    addKitStyles()
    showForm()
    expect(await readColors()).toEqual(DARK)
    await emulate({ 'prefers-color-scheme': 'light' })
    await expect.poll(readColors).toEqual(LIGHT)
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
    expect(await readColors()).toEqual(LIGHT)
    const element = await find(selector)
    setAttribute(element, name, value)
    await expect.poll(readColors).toEqual(DARK)
    element.removeAttribute(name)
    await expect.poll(readColors).toEqual(LIGHT)
  })

  it('follows a section around it', async () => {
    addSheet('.night { color-scheme: dark }')
    addKitStyles()
    const place = showForm()
    expect(await readColors()).toEqual(LIGHT)
    place.className = 'night'
    await expect.poll(readColors).toEqual(DARK)
  })

  it('follows a stylesheet that is replaced', async () => {
    addKitStyles()
    showForm()
    expect(await readColors()).toEqual(LIGHT)
    const remove = addSheet(':root { color-scheme: dark }')
    await expect.poll(readColors).toEqual(DARK)
    remove()
    await expect.poll(readColors).toEqual(LIGHT)
  })

  it('follows a stylesheet that loads late', async () => {
    addKitStyles()
    showForm()
    expect(await readColors()).toEqual(LIGHT)
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = URL.createObjectURL(new Blob([':root { color-scheme: dark }'], { type: 'text/css' }))
    document.head.append(link)
    await expect.poll(readColors).toEqual(DARK)
    link.remove()
    await expect.poll(readColors).toEqual(LIGHT)
  })

  it('follows the meta element', async () => {
    addKitStyles()
    showForm()
    expect(await readColors()).toEqual(LIGHT)
    const meta = document.createElement('meta')
    meta.name = 'color-scheme'
    meta.content = 'dark'
    document.head.append(meta)
    await expect.poll(readColors).toEqual(DARK)
    meta.content = 'light'
    await expect.poll(readColors).toEqual(LIGHT)
    meta.remove()
  })

  it('accepts light-dark() colors of the host if the browser supports them', async () => {
    addSheet(':root { --ca-accent: light-dark(rgb(1, 1, 1), rgb(2, 2, 2)) }')
    addKitStyles()
    showForm({ appearance: 'dark' })
    expect(await readColors()).toEqual({ ...DARK, accent: 'rgb(2, 2, 2)' })
  })

  it.each([
    ['rgb(245, 196, 0)', 'color(srgb-linear 0 0 0)'],
    ['rgb(30, 30, 120)', 'color(srgb-linear 1 1 1)'],
  ])('has readable text on the accent %s', async (accent, ink) => {
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
