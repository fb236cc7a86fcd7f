import type { ConsoleLine } from './witness.ts'

/** Which faults a walk has caused, so that their lines in console and log are expected. */
export interface Faults {
  /** The server was killed, the browser was offline, or calls were broken. */
  readonly network: boolean
  /** Unipile failed: a step of the persona's script. */
  readonly upstream: boolean
}

/** Returns the errors in the console that no fault explains, without those of the provider's own pages. */
export function findNoise(
  lines: readonly ConsoleLine[],
  { url: demoUrl, sandboxUrl }: { readonly url: string; readonly sandboxUrl: string },
  faults: Faults,
): string[] {
  return lines
    .filter(
      (line) =>
        line.type === 'error' && !line.url.startsWith(sandboxUrl) && !isExpected(line, demoUrl, faults),
    )
    .map(({ text, url }) => `console error: ${text} ${url}`.trimEnd())
}

function isExpected({ text, url }: ConsoleLine, demoUrl: string, { network, upstream }: Faults): boolean {
  const status = /^Failed to load resource: the server responded with a status of (\d+)/.exec(text)?.[1]
  if (status !== undefined) {
    // The browser logs every refused call. A refusal is right after a wrong answer.
    const isCall = url.startsWith(`${demoUrl}/connect/`)
    if (isCall && status.startsWith('4')) return true
    return Number(status) === 500 ? false : network || (upstream && isCall)
  }
  if (/^Failed to load resource: net::ERR_/.test(text)) return network
  // A file of the demo itself, which says so on the page.
  if (/Unable to preload CSS for|Failed to fetch dynamically imported module/.test(text)) return network
  if (/^Connect Account: (network_|.*Failed to fetch)/.test(text)) return network
  if (/^Connect Account: (upstream_|provider_)/.test(text)) return upstream || network
  return false
}

/** pino's levels. */
const ERROR = 50

/** Returns the lines of the server's log that are errors, or that are not lines of its log at all. */
export function findLoggedErrors(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    try {
      const entry: unknown = JSON.parse(line)
      return !(typeof entry === 'object' && entry !== null && 'level' in entry && Number(entry.level) < ERROR)
    } catch {
      return true
    }
  })
}
