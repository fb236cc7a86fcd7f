/** The circumstances in which a story is checked. */
export interface Conditions {
  readonly colors: 'light' | 'dark' | 'forced'
  readonly direction: 'ltr' | 'rtl'
  /** The size of the page's text, in percent. */
  readonly text: 100 | 200
  /** The window's width in pixels. */
  readonly width: 320 | 1024
}

/**
 * Every pair of two circumstances is in one of these. Two that follow each other have opposite directions, text
 * sizes and widths.
 */
export const conditions: readonly Conditions[] = [
  { colors: 'light', direction: 'ltr', text: 100, width: 1024 },
  { colors: 'light', direction: 'rtl', text: 200, width: 320 },
  { colors: 'dark', direction: 'ltr', text: 200, width: 320 },
  { colors: 'dark', direction: 'rtl', text: 100, width: 1024 },
  { colors: 'forced', direction: 'ltr', text: 100, width: 320 },
  { colors: 'forced', direction: 'rtl', text: 200, width: 1024 },
]

/** The conditions for the story at this place in the list: two, and the colors take turns. */
export function conditionsFor(place: number): readonly Conditions[] {
  const first = (place * 2) % conditions.length
  return conditions.slice(first, first + 2)
}

export const nameOf = ({ colors, direction, text, width }: Conditions): string =>
  `${colors} colors, ${direction}, text at ${text} %, ${width} px`
