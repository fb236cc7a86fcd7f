import { html } from 'hono/html'
import type { PhoneContents } from '../../wire/phone-contents.ts'
import type { Icon } from './icons.ts'
import { icon } from './icons.ts'

/** The phone's screens, in the order of the bar at the bottom. */
export const tabs = ['messages', 'approvals', 'authenticator', 'scan', 'accounts'] as const

export type Tab = (typeof tabs)[number]

/** What a screen shows. */
export interface ScreenInput {
  readonly view: PhoneContents
  readonly tab: Tab
  /** The QR code that the phone was opened with. */
  readonly scan: string | undefined
}

export type Html = ReturnType<typeof html>

/** Shown on an empty screen: what appears there, and how. */
export function emptyState(name: Icon, title: string, advice: Html | string): Html {
  return html`<div class="empty">${icon(name)}
    <h2>${title}</h2>
    <p>${advice}</p>
  </div>`
}

/** Hidden fields that say which screen to return to after the form. */
export function returnFields({ tab, view }: ScreenInput): Html {
  return html`<input type="hidden" name="tab" value="${tab}" />${
    view.to === null ? '' : html`<input type="hidden" name="view" value="${view.to}" />`
  }`
}

/** A time of day, which the page's script converts to the local time zone. */
export function timeOfDay(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(11, 16)} UTC</time>`
}

export function providerBadge(provider: string): Html {
  return html`<span class="badge" data-provider="${provider.toLowerCase()}">${provider}</span>`
}
