import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inkOn, readableOnDark } from './accent-colors.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
/** The kit's dark surface (`--ca-surface`). */
const darkSurface = '#18181b'

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1)
  const [red = 0, green = 0, blue = 0] = (digits.match(/../g) ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('text is readable on every accent, and every accent on the dark surface', () => {
  fc.assert(
    fc.property(color, (accent) => {
      expect(contrast(accent, inkOn(accent))).toBeGreaterThanOrEqual(4.5)
      const onDark = readableOnDark(accent)
      expect(onDark).toMatch(/^#[0-9a-f]{6}$/)
      expect(contrast(onDark, darkSurface)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(onDark, inkOn(onDark))).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('a readable color does not change; three digits become six', () => {
  expect(readableOnDark('#8e90ff')).toBe('#8e90ff')
  expect(readableOnDark('#fff')).toBe('#ffffff')
  expect(inkOn('#ff0')).toBe('#000')
  expect(inkOn('#00f')).toBe('#fff')
})
