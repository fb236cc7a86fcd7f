import themes from 'virtual:kit-themes'
import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { describe, expect, it } from 'vitest'
import { addKitStyles, addSheet, find, show } from './page.ts'

const names = ['none', ...(Object.keys(themes) as (keyof typeof themes)[])] as const
const schemes = ['light', 'dark'] as const
const accents = ['default', '#f5c400', '#0a7c66', '#111111', '#ffffff'] as const

type Color = readonly [red: number, green: number, blue: number]

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })

/** Paints `color` on `below` and returns the pixel. */
function paint(color: string, below: Color = [255, 255, 255]): Color {
  if (!canvas) throw new Error('This browser has no canvas.')
  canvas.fillStyle = `rgb(${below.join(' ')})`
  canvas.fillRect(0, 0, 1, 1)
  canvas.fillStyle = color
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
  return [red, green, blue]
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: Color, other: Color): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** What a token is in the kit's root, painted on `below`. */
async function token(name: string, below?: Color): Promise<Color> {
  const probe = document.createElement('i')
  probe.style.color = `var(--_ca-${name})`
  ;(await find('[data-ca="root"]')).append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return paint(color, below)
}

describe.each(names)('theme: %s', (theme) => {
  describe.each(schemes)('%s', (colorScheme) => {
    it.each(accents)('the accent %s has readable text, links, lines and focus', async (accent) => {
      addKitStyles()
      if (theme !== 'none') addSheet(themes[theme])
      show(
        <ConnectAccount
          transport={scriptedTransport({})}
          memory={null}
          providers={['linkedin']}
          support={<a href="/support">Support</a>}
          appearance={{
            colorScheme,
            ...(theme !== 'none' && { theme }),
            ...(accent !== 'default' && { variables: { accent } }),
          }}
        />,
      )
      const button = await find('[data-variant="primary"]')
      const style = getComputedStyle(button)
      await Promise.all(button.getAnimations().map(({ finished }) => finished))
      const surface = paint(getComputedStyle(await find('[data-ca="root"]')).backgroundColor)
      const fill = paint(style.backgroundColor, surface)
      const ink = paint(style.color)
      if (accent !== 'default') expect(fill).toEqual(paint(accent))
      expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(ink, await token('accent-hover'))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(await token('accent-text'), surface)).toBeGreaterThanOrEqual(4.5)
      // A button like its surface has an edge.
      const edge = contrast(paint(style.borderTopColor, surface), surface)
      expect(Math.max(contrast(fill, surface), edge)).toBeGreaterThanOrEqual(1.3)

      button.focus()
      const outline = getComputedStyle(await find('[data-ca]:focus-visible')).outlineColor
      expect(contrast(paint(outline, surface), surface)).toBeGreaterThanOrEqual(3)

      for (const name of ['text', 'muted', 'danger', 'success', 'warning'])
        expect(contrast(await token(name), surface), name).toBeGreaterThanOrEqual(4.5)
      for (const name of ['danger', 'success', 'warning'])
        expect(contrast(await token(name), await token(`${name}-soft`)), name).toBeGreaterThanOrEqual(4.5)
      expect(contrast(await token('muted'), await token('hover'))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(await token('text'), await token('accent-soft'))).toBeGreaterThanOrEqual(4.5)
      // The field's border is between the field and the card.
      expect(contrast(await token('field-border'), await token('field'))).toBeGreaterThanOrEqual(3)
      expect(contrast(await token('field-border'), surface)).toBeGreaterThanOrEqual(3)
      for (const name of ['text', 'accent-text'])
        expect(contrast(await token(name), await token('hover')), name).toBeGreaterThanOrEqual(4.5)

      const input = await find('input[autocomplete="username"]')
      const field = paint(getComputedStyle(input).backgroundColor, surface)
      const colors = [getComputedStyle(input).color, getComputedStyle(input, '::placeholder').color]
      for (const color of colors) expect(contrast(paint(color, field), field)).toBeGreaterThanOrEqual(4.5)
      const link = await find('[data-ca="support"] a, [data-ca="button"][data-variant="quiet"]')
      expect(contrast(paint(getComputedStyle(link).color, surface), surface)).toBeGreaterThanOrEqual(4.5)
    })
  })
})
