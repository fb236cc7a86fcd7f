import { trimInvisible } from '@connect-account/core/input'
import { cookiesInData } from './cookies-in-data.ts'
import { cookiesInRows } from './cookies-in-rows.ts'
import { anyPairs, cookiesInText } from './cookies-in-text.ts'
import type { PastedCookie } from './pasted-cookie.ts'

/** A cookie to find, and the credential that its value becomes. */
export interface WantedCookie {
  readonly cookie: string
  readonly credential: string
  readonly required: boolean
}

/** Only `values` ever holds a pasted value. */
export type CookieFinding =
  | { readonly values: Readonly<Record<string, string>> }
  /** Cookies were pasted, but this required one is missing. */
  | { readonly missing: string }
  /** Everything that was pasted belongs to another site. */
  | { readonly foreign: string }
  /** The text has no cookie, or the value of this one is incomplete. */
  | { readonly unreadable: string }

/**
 * Finds the `wanted` cookies of `site` (`linkedin.com`) in a pasted text: a bare value, a header, a request
 * copied as curl, PowerShell or `fetch`, an export of an extension or a driver, rows of a table. The README
 * lists the forms.
 */
export function readCookies(pasted: string, wanted: readonly WantedCookie[], site: string): CookieFinding {
  const text = tidy(pasted)
  const names = wanted.map(({ cookie }) => cookie)
  const cookies = findCookies(text, names) ?? bareValue(text, wanted, site)
  const own = cookies.filter(({ domain }) => domain === undefined || belongsTo(site, domain))

  const values: Record<string, string> = {}
  for (const { cookie, credential, required } of wanted) {
    const found = own.filter(({ name }) => name === cookie).map(readValue)
    // In a table whose columns were moved, the site may be where the value usually is.
    const value = found.find((each) => each !== '' && !each.endsWith(site))
    if (value) values[credential] = value
    else if (required) return whyMissing(cookie, cookies, own, text)
  }
  return { values }
}

function whyMissing(
  cookie: string,
  cookies: readonly PastedCookie[],
  own: readonly PastedCookie[],
  text: string,
): CookieFinding {
  const foreign = own.length === 0 ? cookies.find(({ domain }) => domain)?.domain : undefined
  if (foreign) return { foreign }
  const isNamed = own.some(({ name }) => name === cookie) || text.includes(cookie)
  return isNamed || own.length === 0 ? { unreadable: cookie } : { missing: cookie }
}

/** Normalizes quotes and line ends, and removes invisible characters. */
function tidy(text: string): string {
  return trimInvisible(text)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\r\n?|\u2028/g, '\n')
    .replaceAll('\u00a0', ' ')
    .replaceAll('＝', '=')
}

/** Removes the escapes of Windows' command line, a JSON string or bash's `$'…'`. */
function unescaped(text: string): string {
  return text
    .replace(/\^\n\s*/g, ' ')
    .replace(/\^(.)/g, '$1')
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["'\\])/g, '$1')
    .replace(/&quot;/g, '"')
}

/**
 * The cookies from the first reader that finds one of the `names`; otherwise everything that any reader has
 * found.
 */
function findCookies(text: string, names: readonly string[]): PastedCookie[] | undefined {
  const others: PastedCookie[] = []
  // The escapes of Windows' command line would be read as part of a value.
  const isCommandLine = /\^["\n]/.test(text)
  for (const form of new Set(isCommandLine ? [unescaped(text)] : [text, unescaped(text)])) {
    // "Copy all" gives one command per request, each with its own address.
    const requests = form.split(/^(?=(?:curl|(?:await )?fetch)\b)/m)
    for (const read of [cookiesInData, cookiesInRows, cookiesInText]) {
      const cookies = requests.flatMap((request) => read(request, names))
      if (cookies.some(({ name }) => names.includes(name))) return cookies
      others.push(...cookies)
    }
    others.push(...requests.flatMap(anyPairs))
  }
  return others.length > 0 ? others : undefined
}

/**
 * A value without a name, which is possible for a single cookie only. It may be quoted, wrapped, or end with
 * a semicolon.
 */
function bareValue(text: string, wanted: readonly WantedCookie[], site: string): PastedCookie[] {
  const [only, ...others] = wanted.filter(({ required }) => required)
  const value = text
    .replace(/[;,]\s*$/, '')
    .replace(/^(["'`])([\s\S]*)\1$/, '$2')
    .replace(/\s*\n[ \t]*/g, '')
  // A text as short as a name is not a value; one with a name or an address is not a bare value.
  const isBare =
    /^[^\s;,="'{}[\]]{8,}=*$/.test(value) && !/^[a-z_][\w-]*:/i.test(value) && !value.includes(site)
  return only && others.length === 0 && isBare ? [{ name: only.cookie, value }] : []
}

/**
 * The value without blanks and quotes around it; empty if a cookie cannot have it (RFC 6265, section 4.1.1).
 */
function readValue({ value }: PastedCookie): string {
  const bare = value
    .trim()
    .replace(/[,;)]+$/, '')
    .replace(/^["'`]+|["'`]+$/g, '')
  return /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/.test(bare) ? bare : ''
}

function belongsTo(site: string, domain: string): boolean {
  return `.${domain}`.endsWith(`.${site}`)
}
