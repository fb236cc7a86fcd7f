import { afterEach, describe, expect, it, vi } from 'vitest'
import { followColorScheme } from './follow-color-scheme.ts'

/** jsdom knows no `color-scheme`: what it would compute to, in this page. */
function pageDeclares(colorScheme: string | undefined, system: object | undefined) {
  vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue(
    Object.assign(document.createElement('i').style, { colorScheme }),
  )
  vi.stubGlobal('matchMedia', system && (() => system))
  const seen: string[] = []
  const stop = followColorScheme(document.body.appendChild(document.createElement('div')), (scheme) =>
    seen.push(scheme),
  )
  stop()
  return seen
}

afterEach(() => {
  document.body.replaceChildren()
  document.head.replaceChildren()
})

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
      document.head.append(Object.assign(document.createElement('meta'), { name: 'Color-Scheme', content }))
      expect(pageDeclares('normal', { matches })).toEqual([scheme])
      expect(pageDeclares('light', { matches })).toEqual(['light'])
    },
  )

  it('is found where the system is not known', () => {
    expect(pageDeclares('light dark', undefined)).toEqual(['light'])
  })
})
