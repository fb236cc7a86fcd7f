const themes = ['default', 'soft', 'sharp', 'compact', 'warm'] as const
const schemes = ['light', 'dark'] as const
const directions = ['ltr', 'rtl'] as const
const widths = [320, 390, 1024] as const

/** How a story is shown. The language is always English, because stories look for English labels. */
export interface Look {
  readonly theme: (typeof themes)[number]
  readonly scheme: (typeof schemes)[number]
  readonly direction: (typeof directions)[number]
  /** The window's width in pixels. */
  readonly width: (typeof widths)[number]
}

export const fileOfLook = ({ theme, scheme, direction, width }: Look): string =>
  `${theme}-${scheme}-${direction}-${width}.png`

/** Each theme in both color schemes, so that a phone and a desktop are paired with each of the others. */
const pairs = themes.flatMap((theme, index): Look[] => {
  const [near, far] = index % 2 === 0 ? ([390, 1024] as const) : ([1024, 390] as const)
  const [first, second] = index % 4 < 2 ? (['ltr', 'rtl'] as const) : (['rtl', 'ltr'] as const)
  return [
    { theme, scheme: 'light', direction: first, width: near },
    { theme, scheme: 'dark', direction: second, width: far },
  ]
})

/** The looks of the contact sheet. */
const chosen: readonly Look[] = [
  ...pairs,
  { theme: 'default', scheme: 'light', direction: 'ltr', width: 1024 },
  { theme: 'default', scheme: 'dark', direction: 'ltr', width: 390 },
  { theme: 'default', scheme: 'light', direction: 'ltr', width: 320 },
]

const every: readonly Look[] = themes.flatMap((theme) =>
  schemes.flatMap((scheme) =>
    directions.flatMap((direction) => widths.map((width): Look => ({ theme, scheme, direction, width }))),
  ),
)

export const looks = process.env.SCREENS_EVERY_LOOK ? every : chosen
