import { ConnectError } from '@connect-account/core'
import type { en } from './en.ts'
import type { enAccounts } from './en-accounts.ts'
import type { enBrand } from './en-brand.ts'
import type { enCaptcha } from './en-captcha.ts'
import type { enChoice } from './en-choice.ts'
import type { enConsent } from './en-consent.ts'
import type { enContinueOnPhone } from './en-continue-on-phone.ts'
import type { enCookies } from './en-cookies.ts'
import type { enFieldErrors } from './en-field-errors.ts'
import type { enFirst } from './en-first.ts'
import type { enForms } from './en-forms.ts'
import type { enInitialSync } from './en-initial-sync.ts'
import type { enIntroduction } from './en-introduction.ts'
import type { enKinds } from './en-kinds.ts'
import type { enOwnProxy } from './en-own-proxy.ts'
import type { enPhone } from './en-phone.ts'
import type { enQrSteps } from './en-qr-steps.ts'
import type { enShow } from './en-show.ts'
import type { enSlow } from './en-slow.ts'
import type { enUnsupported } from './en-unsupported.ts'

/** The messages that any flow may need. */
export type BasicMessages = typeof en
/**
 * All messages that the components show. Functions take what the text mentions: a provider, seconds, a count.
 */
export type Messages = BasicMessages &
  typeof enAccounts &
  typeof enBrand &
  typeof enCaptcha &
  typeof enChoice &
  typeof enContinueOnPhone &
  typeof enCookies &
  typeof enFieldErrors &
  typeof enForms &
  typeof enInitialSync &
  typeof enIntroduction &
  typeof enKinds &
  typeof enConsent &
  typeof enOwnProxy &
  typeof enPhone &
  typeof enShow &
  typeof enSlow &
  typeof enQrSteps &
  typeof enUnsupported
/** The messages of the first paint. */
export type FirstMessages = typeof enFirst

type Leaf = string | readonly unknown[] | ((...args: never[]) => unknown)

/** Some of `Messages`, to any depth. */
export type DeepPartial<T> = T extends Leaf ? T : { readonly [K in keyof T]?: DeepPartial<T[K]> }

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Report = (error: ConnectError, isStanding: boolean) => void

function merge<T extends object>(base: T, changes: object, at: string, report: Report | undefined): T {
  const merged = Object.entries(changes).map(([key, change]) => {
    const own: unknown = Reflect.get(base, key)
    if (own === undefined || change === undefined) return [key, change ?? own]
    if (isBranch(own) && isBranch(change)) return [key, merge(own, change, `${at}${key}.`, report)]
    // A plain text may replace a function. It is then shown for every value.
    if (typeof own === 'function' && typeof change === 'string') return [key, () => change]
    if (typeof own === typeof change && !isBranch(own)) return [key, change]
    const detail = `"messages.${at}${key}" must be ${typeof own}; the value was ignored`
    report?.(new ConnectError('invalid_option', { detail }), true)
    return [key, own]
  })
  return { ...base, ...Object.fromEntries(merged) }
}

/**
 * Returns `base` with the members of `changes` replaced. Mutates neither. A member of the wrong type is
 * reported and ignored.
 */
export function mergeMessages<T extends object>(
  base: T,
  changes: DeepPartial<Messages> | undefined,
  report?: Report,
): T {
  return isBranch(changes) ? merge(base, changes, '', report) : base
}
