/** How a story is shown. */
export interface Look {
  readonly theme: 'default' | 'soft' | 'sharp' | 'compact' | 'warm'
  readonly scheme: 'light' | 'dark'
  readonly direction: 'ltr' | 'rtl'
  /** The window's width in pixels. */
  readonly width: 320 | 390 | 1024
}

export const fileOfLook = ({ theme, scheme, direction, width }: Look) =>
  `${theme}-${scheme}-${direction}-${width}.png`

const schemes = ['light', 'dark'] as const
const directions = ['ltr', 'rtl'] as const
const widths = [390, 1024] as const

/** The looks of the contact sheet: every combination at two widths, and the narrowest phone once. */
export const looks: readonly Look[] = [
  ...schemes.flatMap((scheme) =>
    directions.flatMap((direction) =>
      widths.map((width): Look => ({ theme: 'default', scheme, direction, width })),
    ),
  ),
  { theme: 'default', scheme: 'light', direction: 'ltr', width: 320 },
]
