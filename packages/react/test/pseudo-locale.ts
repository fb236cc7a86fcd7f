import type { Locale } from '../src/locales/locale.ts'
import type { Messages } from '../src/locales/messages.ts'
import { english } from './english.ts'

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'

/** A third longer, as many languages are, with brackets at the ends. */
function pseudoText(text: string): string {
  const changed = text.replace(/[a-z]/gi, (letter) => accented.charAt(letters.indexOf(letter)))
  return `[${changed}${'·'.repeat(Math.ceil(text.length / 3))}]`
}

function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value)
  if (typeof value === 'function') return (...given: unknown[]) => pseudo(value(...given))
  if (Array.isArray(value)) return value.map(pseudo)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, pseudo(member)]))
}

/**
 * English with accents, a third longer, in brackets: a text without brackets is not translated, and brackets
 * in brackets are put together from parts. Not published.
 */
export const pseudoLocale: Locale = { tag: 'en-XA', messages: pseudo(english) as Messages }
