import type { LinkTheme } from '@connect-account/core'
import { directionOf, findLanguage } from '@connect-account/core/internal'
import { inkOn, readableOnDark } from './accent-colors.ts'

/** Applies the host's theme, by script because the page's CSP forbids inline styles. */
export function applyTheme(theme: LinkTheme, locale: string | undefined, title: string): void {
  const root = document.documentElement
  const { accent, appearance = 'auto', cssVariables = {}, logoUrl, productName } = theme
  if (appearance !== 'auto') root.dataset.theme = appearance
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
  for (const [name, value] of Object.entries(cssVariables)) root.style.setProperty(name, value)
  // The icon of the page stays if there is no logo.
  if (logoUrl) {
    const icon = document.querySelector('link[rel="icon"]')
    icon?.removeAttribute('type')
    icon?.setAttribute('href', logoUrl)
  }
  if (productName) document.title = `${title} · ${productName}`
  if (locale === undefined) return
  const language = findLanguage(locale) ?? 'en'
  root.lang = language
  root.dir = directionOf(language)
}
