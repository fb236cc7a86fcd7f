import type { LinkHost } from '@connect-account/core'
import { inkOn, readableOnDark } from '@connect-account/core/internal'

/** Applies the host's look, by script because the page's CSP forbids inline styles. */
export function applyLook({ brand, appearance = {} }: LinkHost): void {
  const root = document.documentElement
  const { colorScheme = 'system', variables = {} } = appearance
  const { accent, ...others } = variables
  if (colorScheme === 'light' || colorScheme === 'dark') root.dataset.theme = colorScheme
  if (accent) {
    const onDark = readableOnDark(accent)
    for (const [scheme, color] of [
      ['light', accent],
      ['dark', onDark],
    ] as const) {
      root.style.setProperty(`--accent-on-${scheme}`, color)
      root.style.setProperty(`--ink-on-${scheme}`, inkOn(color))
    }
  }
  for (const [name, value] of Object.entries(others)) root.style.setProperty(tokenOf(name), value)
  // The icon of the page stays if there is no logo.
  if (!brand?.logo) return
  const icon = document.querySelector('link[rel="icon"]')
  icon?.removeAttribute('type')
  icon?.setAttribute('href', brand.logo)
}

const tokenOf = (name: string) => `--ca-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
