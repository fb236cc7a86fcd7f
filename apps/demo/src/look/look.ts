import type { Appearance, Locale } from '@connect-account/react'
import { findLocale } from '@connect-account/react/locales'

/** What the visitor chose at the top of the page. An empty value is the default. */
export interface Look {
  readonly theme: string
  readonly scheme: string
  readonly language: string
  readonly direction: string
}

const names = ['theme', 'scheme', 'language', 'direction'] as const

/** The look that the address names, so that it can be shared and survives a reload. */
export function readLook(): Look {
  const query = new URLSearchParams(window.location.search)
  const [theme = '', scheme = '', language = '', direction = ''] = names.map((name) => query.get(name) ?? '')
  return { theme, scheme, language, direction }
}

/** Writes the look to the address, and to the page. */
export function applyLook(look: Look): void {
  const url = new URL(window.location.href)
  for (const name of names) {
    if (look[name]) url.searchParams.set(name, look[name])
    else url.searchParams.delete(name)
  }
  if (url.href !== window.location.href) window.history.replaceState(window.history.state, '', url)
  const { documentElement: page } = document
  page.dataset.scheme = look.scheme
  page.dir = look.direction
}

/** What the kit's components take for a look. The color scheme is the page's. */
export function propsOf({ theme, language }: Look): { appearance: Appearance; locale: Locale | undefined } {
  return {
    appearance: { theme: theme || undefined },
    locale: language ? findLocale(language) : undefined,
  }
}
