import type { scriptedTransport } from '@connect-account/core/testing'
import { afterEach, beforeAll, expect, vi } from 'vitest'

/** Where `build.ts` puts the package. */
const built = import.meta.url.replace(/test\/page\.ts.*$/, '.cache/built/')
const cleanups: (() => void)[] = []

afterEach(() => {
  for (const clean of cleanups.splice(0).reverse()) clean()
  sessionStorage.clear()
})

/** Loads a file of the package, like the page of a host. */
export const importBuilt = (file: string): Promise<unknown> => import(/* @vite-ignore */ `${built}${file}`)

let loaded: typeof import('../src/index.ts') | undefined

/** The exports of the package. */
export function elements(): typeof import('../src/index.ts') {
  if (!loaded) throw new Error('Call loadElements() at the top of the file.')
  return loaded
}

/** Loads the elements and their stylesheet, once per file. */
export function loadElements(): void {
  beforeAll(async () => {
    const sheet = document.createElement('link')
    sheet.rel = 'stylesheet'
    sheet.href = `${built}styles.css`
    const isStyled = new Promise((resolve) => sheet.addEventListener('load', resolve))
    document.head.append(sheet)
    // The package as it is built has the exports of its source.
    loaded = (await importBuilt('index.js')) as typeof loaded
    await isStyled
  })
}

type Tag = 'connect-account' | 'connect-account-dialog' | 'connect-accounts'

/** Adds an element to the page until the test ends. */
export function add<T extends Tag>(
  tag: T,
  properties: Partial<HTMLElementTagNameMap[T]> & {
    readonly transport?: ReturnType<typeof scriptedTransport>
  },
  place: HTMLElement = document.body,
): HTMLElementTagNameMap[T] {
  const element = Object.assign(document.createElement(tag), properties)
  place.append(element)
  cleanups.push(() => element.remove())
  return element
}

/** Records the events of an element, as `[type, detail]`. */
export function record(element: EventTarget, ...types: string[]): [string, unknown][] {
  const seen: [string, unknown][] = []
  for (const type of types)
    element.addEventListener(type, (event) => seen.push([type, (event as CustomEvent<unknown>).detail]))
  return seen
}

/** Collects the lines of the console's errors instead of printing them. */
export function consoleErrors(): string[] {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    lines.push(parts.map(String).join(' '))
  })
  cleanups.push(() => spy.mockRestore())
  return lines
}

/** Waits for the element of the kit that matches. */
export async function find(selector: string): Promise<HTMLElement> {
  await expect.poll(() => document.querySelector(selector)).not.toBeNull()
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`"${selector}" was removed.`)
  return found
}

export const findPart = (name: string) => find(`[data-ca="${name}"]`)
