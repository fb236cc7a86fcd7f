import { domainOf, type PastedCookie } from './pasted-cookie.ts'

/**
 * `domain, subdomains, path, secure, expiry, name, value`; separated by blanks if a program has replaced the
 * tabs.
 */
const netscape =
  /^(?:#HttpOnly_)?(\S+)\s+(?:TRUE|FALSE)\s+(\/\S*)\s+(?:TRUE|FALSE)\s+-?[\d.]+\s+(\S+)\s+(\S.*)$/i

/**
 * The cookies in rows: a Netscape cookies.txt (curl, yt-dlp, extensions), the table of a browser's developer
 * tools (Chrome, Edge, Firefox, Safari), a spreadsheet, a Markdown table, comma-separated values.
 */
export function cookiesInRows(text: string, names: readonly string[]): PastedCookie[] {
  return joinRows(text.split('\n')).flatMap((line) => fromNetscape(line) ?? fromCells(line, names))
}

function fromNetscape(line: string): PastedCookie[] | undefined {
  const [, domain = '', , name = '', value = ''] = netscape.exec(line) ?? []
  return name ? [{ name, value, domain: domainOf(domain) }] : undefined
}

/** A name, its value, and possibly a domain, which distinguishes a row from a sentence with commas. */
function fromCells(line: string, names: readonly string[]): PastedCookie[] {
  const cells = cellsOf(line)
  const at = cells.findIndex((cell) => names.includes(cell))
  const [name, value, ...more] = cells.slice(Math.max(at, 0))
  const domain = more.map(domainOf).find((found) => found !== undefined)
  if (!name || value === undefined) return []
  const isRow = line.includes('\t') || domain !== undefined || names.includes(name)
  return isRow ? [{ name, value, domain }] : []
}

function cellsOf(line: string): string[] {
  const cells = line.includes('\t')
    ? line.split('\t')
    : /\|.*\|/.test(line)
      ? line
          .trim()
          .replace(/^\||\|$/g, '')
          .split('|')
      : line.split(',')
  return cells.map((cell) => cell.trim().replace(/^["'`](.*)["'`]$/, '$1'))
}

/**
 * A value may be wrapped: then a row ends with its start, and the next row starts with its rest, before the
 * domain.
 */
function joinRows(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const isRest = before !== undefined && cellsOf(before).length === 2 && domainOf(cellsOf(line)[1] ?? '')
    const isLastValue = before !== undefined && netscape.test(before) && /^\S+$/.test(line.trim())
    if (isRest || isLastValue) joined[joined.length - 1] = before.trimEnd() + line.trimStart()
    else joined.push(line)
  }
  return joined
}
