import { html } from 'hono/html'
import type { PhoneContents } from '../../wire/phone-contents.ts'
import type { Icon } from './icons.ts'
import { icon } from './icons.ts'

/** The screens of the phone, in the order of the bar at the bottom. */
export const tabs = ['messages', 'approvals', 'authenticator', 'scan', 'accounts'] as const

export type Tab = (typeof tabs)[number]

/** What a screen is drawn from. */
export interface ScreenInput {
  readonly view: PhoneContents
  readonly tab: Tab
  /** The code that the phone was opened with. */
  readonly scan: string | undefined
}

export type Html = ReturnType<typeof html>

/** Says what an empty screen waits for, and what to do about it. */
export function emptyState(name: Icon, title: string, advice: Html | string): Html {
  return html`<div class="empty">${icon(name)}
    <h2>${title}</h2>
    <p>${advice}</p>
  </div>`
}

/** Tells the form's handler which screen to come back to. */
export function comeBack({ tab, view }: ScreenInput): Html {
  return html`<input type="hidden" name="tab" value="${tab}" />${
    view.to === null ? '' : html`<input type="hidden" name="view" value="${view.to}" />`
  }`
}

/** A time of day; the page's script puts it into the reader's own zone. */
export function timeOfDay(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(11, 16)} UTC</time>`
}

export function providerBadge(provider: string): Html {
  return html`<span class="badge" data-provider="${provider.toLowerCase()}">${provider}</span>`
}
