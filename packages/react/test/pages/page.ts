import kitStyles from 'virtual:kit-styles'
// The types of what `cdp()` can send.
import type {} from '@vitest/browser-playwright'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect } from 'vitest'
import { cdp } from 'vitest/browser'

const cleanups: (() => void)[] = []

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) clean()
  await emulate({})
})

/** Adds a stylesheet to the page. Returns a function that removes it; the end of the test removes it too. */
export function addSheet(css: string): () => void {
  const sheet = document.createElement('style')
  sheet.textContent = css
  document.head.append(sheet)
  const remove = () => sheet.remove()
  cleanups.push(remove)
  return remove
}

export const addKitStyles = (variant: keyof typeof kitStyles = 'published') => addSheet(kitStyles[variant])

/** Sets an attribute until the test ends. */
export function setAttribute(element: Element, name: string, value: string): void {
  element.setAttribute(name, value)
  cleanups.push(() => element.removeAttribute(name))
}

/** Renders `content` in an empty page, in an element of this width. */
export function show(content: ReactNode, width = 480): HTMLElement {
  // No stylesheet has rules for an element of this name.
  const place = document.createElement('bare-place')
  place.style.cssText = `display: block; width: ${width}px; max-width: none; writing-mode: horizontal-tb`
  document.body.append(place)
  const root = createRoot(place)
  root.render(content)
  cleanups.push(() => {
    root.unmount()
    place.remove()
  })
  return place
}

interface Media {
  readonly 'prefers-color-scheme'?: 'light' | 'dark'
  readonly 'prefers-reduced-motion'?: 'reduce'
  readonly 'forced-colors'?: 'active'
}

/** Emulates the preferences of the user's system. */
export async function emulate(media: Media): Promise<void> {
  const defaults = { 'prefers-color-scheme': 'light', 'prefers-reduced-motion': '', 'forced-colors': '' }
  const features = Object.entries({ ...defaults, ...media }).map(([name, value]) => ({ name, value }))
  await cdp().send('Emulation.setEmulatedMedia', { features })
}

/** Waits for the first element that matches, because screens load on demand. */
export async function find(selector: string): Promise<HTMLElement> {
  await expect.poll(() => document.querySelector(selector)).not.toBeNull()
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`"${selector}" was removed.`)
  return found
}

export const findPart = (name: string) => find(`[data-ca="${name}"]`)
