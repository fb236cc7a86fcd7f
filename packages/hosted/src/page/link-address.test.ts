import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { takeAddress } from './link-address.ts'
import { linkMemory } from './link-memory.ts'
import { keepOwnBrowser, ownBrowser } from './own-browser.ts'

const DAY = 86_400_000
const token = 'a'.repeat(43)
const other = 'b'.repeat(43)

/** A tab of a browser. `stored` is what the browser keeps for all its tabs. */
class Tab {
  readonly stored = new Map<string, string>()
  readonly session = new Map<string, string>()
  readonly location = { pathname: '' }
  state: unknown = null
  isStorageBlocked = false

  /** Loads a page; `state` is what its history entry keeps. */
  load(pathname: string, state: unknown = null) {
    this.location.pathname = pathname
    this.state = state
    return takeAddress()
  }

  storage(items: Map<string, string>) {
    if (this.isStorageBlocked) throw new DOMException('The operation is insecure.', 'SecurityError')
    return {
      get length() {
        return items.size
      },
      key: (index: number) => [...items.keys()][index] ?? null,
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    }
  }
}

let tab: Tab

beforeEach(() => {
  tab = new Tab()
  vi.stubGlobal('window', {
    get localStorage() {
      return tab.storage(tab.stored)
    },
    get sessionStorage() {
      return tab.storage(tab.session)
    },
    location: tab.location,
    history: {
      get state() {
        return tab.state
      },
      replaceState(state: unknown, _: string, address?: string) {
        tab.state = structuredClone(state)
        if (address !== undefined) tab.location.pathname = address
      },
    },
  })
})
afterEach(() => vi.useRealTimers())

test('the token leaves the address, and a reload finds it', () => {
  for (const base of ['/connect', '', '/api/v2/connect']) {
    expect(tab.load(`${base}/links/${token}`)).toEqual({ base, token })
    expect(tab.location.pathname).toBe(`${base}/links/return`)
    expect(tab.load(tab.location.pathname, tab.state)).toEqual({ base, token })
  }
})

test('the return from a consent page finds it in the tab; another tab finds nothing', () => {
  tab.load(`/connect/links/${token}`)
  expect(tab.load('/connect/links/return')).toEqual({ base: '/connect', token })
  tab.session.clear()
  expect(tab.load('/connect/links/return')).toEqual({ base: '/connect' })
})

test('each history entry has its own link; the open intent belongs to the last one', () => {
  tab.load(`/connect/links/${token}`)
  linkMemory.write('intent-1')
  const first = tab.state
  tab.load(`/connect/links/${other}`)
  expect(linkMemory.read()).toBeUndefined()
  // The Back button.
  expect(tab.load('/connect/links/return', first)).toMatchObject({ token })
  expect(linkMemory.read()).toBeUndefined()
})

test('a browser proves itself by another text for each link, in every tab', () => {
  tab.load(`/connect/links/${token}`)
  expect(ownBrowser(token)).toBeUndefined()
  const browser = keepOwnBrowser(token)
  expect(browser).toMatch(/^[\w-]{24}$/)
  expect(keepOwnBrowser(token)).toBe(browser)
  tab.load(`/connect/links/${other}`)
  expect(ownBrowser(other)).toBeUndefined()
  expect(keepOwnBrowser(other)).not.toBe(browser)
  // A new tab.
  tab.session.clear()
  tab.load(`/connect/links/${token}`)
  expect(ownBrowser(token)).toBe(browser)
  expect(JSON.stringify([...tab.stored])).not.toContain(token)
})

test('a browser that blocks storage still survives a reload', () => {
  tab.isStorageBlocked = true
  tab.load(`/connect/links/${token}`)
  const browser = keepOwnBrowser(token)
  expect(tab.load('/connect/links/return', tab.state)).toEqual({ base: '/connect', token })
  expect(ownBrowser(token)).toBe(browser)
  tab.load(`/connect/links/${other}`, null)
  expect(ownBrowser(other)).toBeUndefined()
})

test('a page that may not change its history works', () => {
  vi.spyOn(window.history, 'replaceState').mockImplementation(() => {
    throw new DOMException('Too many calls.', 'SecurityError')
  })
  expect(tab.load(`/connect/links/${token}`)).toEqual({ base: '/connect', token })
  expect(keepOwnBrowser(token)).toBe(ownBrowser(token))
})

test('what is older than any link is removed, and nothing of the host', () => {
  vi.useFakeTimers()
  tab.stored.set('theme', 'dark')
  tab.load(`/connect/links/${token}`)
  keepOwnBrowser(token)
  tab.stored.set('connect-account:link:broken', 'x')
  vi.setSystemTime(Date.now() + 32 * DAY)
  keepOwnBrowser(other)
  expect([...tab.stored.keys()]).toEqual(['theme', `connect-account:link:${other.slice(0, 12)}`])
})
