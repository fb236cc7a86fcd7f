import { domainToASCII } from 'node:url'

// The joiners are letters of Persian and Indic domains (RFC 5892, appendix A).
const typedPattern = /^[\p{L}\p{M}\p{N}\p{Join_Control}.-]{1,253}$/u

// Two labels or more. A last label that starts with a digit would be the end of an IPv4 address in one of its
// spellings.
const asciiPattern =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/**
 * The ASCII form of a fully qualified host name, in lower case; `undefined` for anything else: IP addresses
 * in every spelling, single labels, and text that only a lenient parser would take for a name.
 */
export function toHostname(text: string): string | undefined {
  if (!typedPattern.test(text)) return undefined
  const ascii = domainToASCII(text)
  return asciiPattern.test(ascii) ? ascii : undefined
}
