import { describe, expect, it, vi } from 'vitest'
import { followColorScheme } from './follow-color-scheme.ts'

/** jsdom knows no `color-scheme`: what it would compute to. */
function declare(colorScheme: string | undefined) {
  vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue(
    Object.assign(document.createElement('i').style, { colorScheme }),
  )
}

function follow(page: Document) {
  const seen: string[] = []
  const element = page.body.appendChild(page.createElement('div'))
  const stop = followColorScheme(element, (scheme) => seen.push(scheme))
  return { seen, stop }
}

function pageDeclares(colorScheme: string | undefined, system: object | undefined, metaContent?: string) {
  declare(colorScheme)
  vi.stubGlobal('matchMedia', system && (() => system))
  const page = document.implementation.createHTMLDocument()
  if (metaContent !== undefined) {
    const meta = page.createElement('meta')
    page.head.append(Object.assign(meta, { name: 'Color-Scheme', content: metaContent }))
  }
  const { seen, stop } = follow(page)
  stop()
  return seen
}

describe('the color scheme of a page', () => {
  it.each([
    ['normal', false, 'light'],
    ['normal', true, 'light'],
    ['', true, 'light'],
    [undefined, true, 'light'],
    ['light', true, 'light'],
    ['only light', true, 'light'],
    ['dark', false, 'dark'],
    ['dark only', false, 'dark'],
    ['light dark', true, 'dark'],
    ['dark light', false, 'light'],
    ['sepia', true, 'light'],
  ])('that declares "%s" on a system that prefers dark: %s is %s', (declared, matches, scheme) => {
    expect(pageDeclares(declared, { matches })).toEqual([scheme])
  })

  it.each([
    ['dark', false, 'dark'],
    ['Light Dark', true, 'dark'],
    ['', true, 'light'],
  ])(
    'is that of its meta element where its styles say nothing: "%s" on a dark system: %s is %s',
    (content, matches, scheme) => {
      expect(pageDeclares('normal', { matches }, content)).toEqual([scheme])
      expect(pageDeclares('light', { matches }, content)).toEqual(['light'])
    },
  )

  it('is found where the system is not known', () => {
    expect(pageDeclares('light dark', undefined)).toEqual(['light'])
  })
})
