import kitStyles from 'virtual:kit-styles'
// What a session of this provider can send.
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

/** Adds a stylesheet to the page until it is removed, or the test is over. */
export function addSheet(css: string): () => void {
  const sheet = document.createElement('style')
  sheet.textContent = css
  document.head.append(sheet)
  const remove = () => sheet.remove()
  cleanups.push(remove)
  return remove
}

export const addKitStyles = (variant: keyof typeof kitStyles = 'published') => addSheet(kitStyles[variant])

/** Sets an attribute of the page's until the test is over. */
export function setAttribute(element: Element, name: string, value: string): void {
  element.setAttribute(name, value)
  cleanups.push(() => element.removeAttribute(name))
}

/** Shows `content` in a page of this width; the page is otherwise bare. */
export function show(content: ReactNode, width = 480): HTMLElement {
  // No page has rules for an element of this name.
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

/** What the user's system prefers. */
export async function emulate(media: Media): Promise<void> {
  const defaults = { 'prefers-color-scheme': 'light', 'prefers-reduced-motion': '', 'forced-colors': '' }
  const features = Object.entries({ ...defaults, ...media }).map(([name, value]) => ({ name, value }))
  await cdp().send('Emulation.setEmulatedMedia', { features })
}

/** The first element of this selector, once it is there: a screen loads when it is needed. */
export async function find(selector: string): Promise<HTMLElement> {
  await expect.poll(() => document.querySelector(selector)).not.toBeNull()
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`"${selector}" has gone away.`)
  return found
}

export const findPart = (name: string) => find(`[data-ca="${name}"]`)
