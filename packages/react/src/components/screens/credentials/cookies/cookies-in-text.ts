import { domainOf, type PastedCookie } from './pasted-cookie.ts'
import { isRequest, siteOfText } from './site-of-text.ts'

/** Follows an unquoted value on a command line. */
const nextArgument = /\s+(?:--?[a-z]|https?:|for \.?[\w-]+\.|[\\^`#&|]|$).*$/is

/**
 * The cookies called `names` in any text: headers, command lines (curl, wget, HTTPie, PowerShell), lines of
 * `name: value` or `name = value`, calls of a function, records of `name` and `value`. Values are never
 * truncated: one that does not end where a value can end is returned whole, and is then refused as invalid.
 */
export function cookiesInText(text: string, names: readonly string[]): PastedCookie[] {
  const joined = joinWrapped(text)
  const domain = siteOfText(joined)
  return names.flatMap((name) => [
    ...findRecords(joined, name),
    ...findCalls(joined, name),
    ...findAssigned(joined, name).map((value) => ({ name, value, domain })),
  ])
}

/**
 * All pairs of a text, to distinguish a text with other cookies from one without cookies. The pairs of an
 * address do not count.
 */
export function anyPairs(text: string): PastedCookie[] {
  const domain = siteOfText(text)
  const pairs = text.matchAll(/(?<![\w.%?&/-])([\w.-]+)=(?!=*(?:\s|$))([^\s;"'&]+)/g)
  return [...pairs].map(([, name = '', value = '']) => ({ name, value, domain }))
}

/** A name as a separate word: not part of a longer name or of an address. */
const word = (name: string) => `(?<![\\w.%-])${name.replaceAll(/[^\w]/g, '\\$&')}(?![\\w.%-])`

/** `name: li_at`, then `value: …`, as in YAML, XML or a list of headers. */
function findRecords(text: string, name: string): PastedCookie[] {
  const record = new RegExp(
    `\\bname\\b\\W{1,4}${word(name)}((?:(?!\\bname\\b)[\\s\\S]){0,2000}?)\\bvalue\\b["']?[\\s>:=]{1,4}(?:(["'])(.*?)\\2|([^\\s"'<>]+))((?:(?!\\bname\\b)[\\s\\S]){0,500})`,
    'gi',
  )
  return [...text.matchAll(record)].map(([, before = '', , quoted, plain = '', after = '']) => ({
    name,
    value: quoted ?? plain,
    domain: siteOfText(`${before}\n${after.replaceAll(/[<>]/g, ' ')}`),
  }))
}

/**
 * `System.Net.Cookie("li_at", "…", "/", ".linkedin.com")`, `cookies.set('li_at', '…',
 * domain='.linkedin.com')`.
 */
function findCalls(text: string, name: string): PastedCookie[] {
  const call = new RegExp(`\\(\\s*(["'\`])${word(name)}\\1\\s*,\\s*(["'\`])(.*?)\\2([^)]*)`, 'gs')
  return [...text.matchAll(call)].map(([, , , value = '', more = '']) => ({
    name,
    value,
    domain: (more.match(/[^\s"'`,=]+/g) ?? []).map(domainOf).find((domain) => domain !== undefined),
  }))
}

/** `li_at=…`, `li_at: …`, `"li_at": "…"`, or the name and the value alone on one or two lines. */
function findAssigned(text: string, name: string): string[] {
  const assigned = new RegExp(
    `${word(name)}["'\`]?[ \\t]*(?:=>|[=:])\\s*(?:(["'\`])(.*?)\\1|([^;\\n"'\`]*))`,
    'gi',
  )
  const alone = new RegExp(`^\\W*${word(name)}["'\`]?\\s+["'\`]?([^\\s"'\`;,]{8,})["'\`]?[;,]?$`, 'gim')
  return [
    ...[...text.matchAll(assigned)].map(({ 0: whole, 2: quoted, 3: plain = '', index }) => {
      if (quoted !== undefined) return quoted
      // A request that is cut off within the value has no closing quote: its value is incomplete.
      const isCut = index + whole.length === text.length && isRequest(text) && hasOpenQuote(text)
      return isCut ? '' : plain.replace(nextArgument, '')
    }),
    ...[...text.matchAll(alone)].map(([, value = '']) => value),
  ]
}

function hasOpenQuote(text: string): boolean {
  return [/'/g, /"/g].some((quote) => (text.match(quote)?.length ?? 0) % 2 === 1)
}

/**
 * A line that is the rest of a value: one word up to a semicolon, a quote or the end, which is not a pair or
 * a header.
 */
const restOfValue = /^\s*[^\s;"'`=:,]+=*\s*(?:[;"'`].*)?$/
/** A line that ends within a value. */
const openValue = /[=:][^\s;]*[^\s;,"'`\\^{}()[\]]\s*$|[^\s;,]=\s*$/

/** Joins lines that a program has wrapped within a value. */
function joinWrapped(text: string): string {
  // In Chrome's header panel, names and values alternate: there a plain word is the next header's name.
  const isPanel = /^cookie:?$/im.test(text)
  return text
    .split('\n')
    .reduce<string[]>((lines, line) => {
      const before = lines.at(-1)
      if (
        before !== undefined &&
        openValue.test(before) &&
        restOfValue.test(line) &&
        !(isPanel && /^[a-z-]+$/.test(line))
      )
        lines[lines.length - 1] = before.trimEnd() + line.trim()
      else lines.push(line)
      return lines
    }, [])
    .join('\n')
}
