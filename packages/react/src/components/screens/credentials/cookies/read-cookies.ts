/** A cookie as it was pasted; `domain` where the format tells. */
interface PastedCookie {
  readonly name: string
  readonly value: string
  readonly domain?: string | undefined
}

/** A cookie to find, and the credential that its value becomes. */
export interface WantedCookie {
  readonly cookie: string
  readonly credential: string
  readonly required: boolean
}

/** Nothing here ever holds a pasted value but `values`. */
export type CookieFinding =
  | { readonly values: Readonly<Record<string, string>> }
  /** A required cookie is not in what was pasted. */
  | { readonly missing: string }
  /** Everything that was pasted belongs to another site. */
  | { readonly foreign: string }

/**
 * Finds the `wanted` cookies of `site` (`linkedin.com`) in whatever was pasted: a bare value, `name=value; …`, a Cookie
 * header, the JSON of EditThisCookie or Cookie-Editor, a Netscape cookies.txt, or rows of a browser's developer tools.
 */
export function readCookies(pasted: string, wanted: readonly WantedCookie[], site: string): CookieFinding {
  const text = pasted.trim()
  const cookies = isBareValue(text) ? bareValue(text, wanted) : (fromJson(text) ?? fromLines(text))
  const own = cookies.filter(({ domain }) => domain === undefined || belongsTo(site, domain))

  const values: Record<string, string> = {}
  for (const { cookie, credential, required } of wanted) {
    const value = own.map((found) => (found.name === cookie ? readValue(found) : '')).find(Boolean)
    if (value) values[credential] = value
    else if (required) {
      const other = own.length === 0 ? cookies.map(({ domain }) => siteOf(domain)).find(Boolean) : undefined
      return other ? { foreign: other } : { missing: cookie }
    }
  }
  return { values }
}

/** One word that is no `name=value`; an equals sign at its end is padding (RFC 4648). */
function isBareValue(text: string): boolean {
  return /^[^\s;,="'{}[\]]+=*$/.test(text)
}

/** A value without its name can be one cookie only. */
function bareValue(text: string, wanted: readonly WantedCookie[]): PastedCookie[] {
  const [only, ...others] = wanted.filter(({ required }) => required)
  // What is as short as a name was not pasted as a value.
  return only && others.length === 0 && text.length >= 8 ? [{ name: only.cookie, value: text }] : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A list of cookies, the same under `cookies`, one cookie, or an object of names and values; nothing when it is not JSON. */
function fromJson(text: string): PastedCookie[] | undefined {
  if (!/^[[{]/.test(text)) return undefined
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isRecord(json)) return undefined
  const { cookies = json } = json
  if (!isRecord(cookies)) return undefined
  if (Array.isArray(cookies) || 'name' in cookies)
    return (Array.isArray(cookies) ? cookies : [cookies]).flatMap((item: unknown) => {
      if (!isRecord(item)) return []
      const { name, value, domain, host } = item
      if (typeof name !== 'string' || typeof value !== 'string') return []
      const place = domain ?? host
      return [{ name, value, domain: typeof place === 'string' ? place : undefined }]
    })
  return Object.entries(cookies).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name, value }] : [],
  )
}

function fromLines(text: string): PastedCookie[] {
  return text.split(/[\r\n]+/).flatMap((line) => fromNetscape(line) ?? fromTableRow(line) ?? fromPairs(line))
}

/** `domain, subdomains, path, secure, expiry, name, value`, with a prefix where scripts may not read it (curl's cookie file). */
function fromNetscape(line: string): PastedCookie[] | undefined {
  const [domain = '', subdomains = '', path, , , name = '', value] = line.split('\t')
  if (value === undefined || !/^(TRUE|FALSE)$/i.test(subdomains) || !path?.startsWith('/')) return undefined
  return [{ name: name.trim(), value, domain: domain.replace(/^#HttpOnly_/i, '') }]
}

/** `name, value, domain, path, …`: a row copied from the storage panel of the developer tools. */
function fromTableRow(line: string): PastedCookie[] | undefined {
  const [name = '', value, domain, path] = line.split('\t')
  if (value === undefined) return undefined
  return [{ name: name.trim(), value, domain: path?.startsWith('/') ? domain : undefined }]
}

function fromPairs(line: string): PastedCookie[] {
  const pairs = line.replace(/^[^=;]*cookie\s*:/i, '').split(';')
  const parsed = pairs.flatMap((pair) => {
    const at = pair.indexOf('=')
    return at < 0 ? [] : [{ name: pair.slice(0, at).trim().replace(/^['"]/, ''), value: pair.slice(at + 1) }]
  })
  // A Set-Cookie line says whose cookie it is (RFC 6265, section 4.1).
  const domain = parsed
    .slice(1)
    .find(({ name }) => /^domain$/i.test(name))
    ?.value.trim()
  return domain ? parsed.map((cookie) => ({ ...cookie, domain })) : parsed
}

/** The value without blanks and quotes around it; nothing when it cannot be a cookie's (RFC 6265, section 4.1.1). */
function readValue({ value }: PastedCookie): string {
  const bare = value.trim().replace(/^["']+|["']+$/g, '')
  return /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/.test(bare) ? bare : ''
}

function belongsTo(site: string, domain: string): boolean {
  return `.${domain.trim().toLowerCase()}`.endsWith(`.${site}`)
}

/** The domain to name to the user; nothing when it does not look like one, so that no misplaced value is ever shown. */
function siteOf(domain = ''): string | undefined {
  const bare = domain
    .trim()
    .toLowerCase()
    .replace(/^\.?(www\.)?/, '')
  return /^([a-z0-9-]{1,40}\.){1,3}[a-z]{2,12}$/.test(bare) ? bare : undefined
}
