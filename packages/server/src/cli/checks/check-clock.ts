import { type Check, failed, passed, skipped } from './finding.ts'

const TIMEOUT_MS = 10_000
/** Seconds. A signature that is 300 s off is refused; a clock that is a minute off will drift there. */
const TOLERANCE = 60

/** Whether this machine's clock agrees with Unipile's: signed webhooks are refused if it does not. */
export const checkClock: Check = async ({ apiUrl }) => {
  try {
    const before = Date.now()
    // Every response has the header (RFC 9110, section 6.6.1), even a refusal, so no key is sent.
    const response = await fetch(apiUrl, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const theirs = Date.parse(response.headers.get('date') ?? '')
    if (Number.isNaN(theirs)) return skipped('Unipile sends no date.')
    const seconds = Math.round(((before + Date.now()) / 2 - theirs) / 1000)
    if (Math.abs(seconds) <= TOLERANCE)
      return passed(`within ${Math.max(Math.abs(seconds), 1)} s of Unipile's.`)
    return failed(
      `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} Unipile's.`,
      'Synchronize it (NTP): from 300 s on every webhook is refused.',
    )
  } catch {
    return failed(
      'Unipile cannot be reached.',
      'Check UNIPILE_API_URL, and that this machine may call it: name resolution, firewall, proxy.',
    )
  }
}
