import { providerCatalogue } from '@connect-account/core/catalogue'
import type { Provider } from '@connect-account/core/protocol'
import type { Random } from '@connect-account/test-random'

/** Who walks, and what they link. Drawn from the walk's seed. */
export interface Plan {
  /** The user of the demo. No other walk has it. */
  readonly user: string
  readonly provider: Provider
  /** The method to sign in with, if the provider has several. */
  readonly method: string
  /** The persona's steps and end, like `otp+restricted`. */
  readonly script: string
  /** The persona's sign-in name. */
  readonly persona: string
  /** A password that is right at the sandbox and occurs nowhere else. */
  readonly password: string
  readonly consent: 'redirect' | 'popup'
  /** Where the flow is: in the dialog of the demo, or on the page of a hosted link. */
  readonly entry: 'dialog' | 'link'
  /** How many acts the walk has before the world heals. */
  readonly acts: number
}

const providers = [
  [34, 'linkedin'],
  [8, 'instagram'],
  [6, 'facebook'],
  [6, 'twitter'],
  [10, 'whatsapp'],
  [6, 'telegram'],
  [3, 'google_messages'],
  [14, 'google'],
  [5, 'outlook'],
  [6, 'imap'],
  [2, 'mock'],
] as const

/** Scripts of providers that raise checkpoints. */
const scripts = [
  [10, 'plain'],
  [10, 'otp'],
  [4, '2fa-app'],
  [3, '2fa-sms'],
  [5, 'in-app'],
  [4, 'otp-or-in-app'],
  [3, 'phone+otp'],
  [3, 'captcha'],
  [3, 'captcha+otp'],
  [3, 'contract'],
  [3, 'challenge'],
  [3, 'loading'],
  [2, 'novel'],
  [4, 'slow'],
  [4, 'slow+otp'],
  [2, 'otp+slow'],
  [2, 'outage'],
  [2, 'otp+outage'],
  [2, 'rate-limited'],
  [1, 'timeout'],
  [1, 'otp+timeout'],
  [2, 'garbage+otp'],
  [2, 'otp+garbage'],
  [2, 'reset+otp'],
  [2, 'in-app+reset'],
  [2, 'duplicate'],
  [2, 'otp+duplicate'],
  [2, 'restricted'],
  [2, 'in-app+restricted'],
  [2, 'otp+mismatch'],
  [2, 'otp+2fa-app+contract'],
] as const

/** Codes that only one provider sends. */
const ownCodes: Readonly<Record<string, string>> = {
  facebook: 'otp-8',
  twitter: 'otp-letters',
  telegram: 'twofa',
}

/** A QR code is scanned as a persona: the sign-in itself is already proved. */
const qrScripts = [
  [10, 'plain'],
  [3, 'slow'],
  [2, 'outage'],
  [2, 'duplicate'],
  [2, 'restricted'],
  [2, 'otp'],
] as const

/** The provider's own pages ask for checkpoints, so these have none. */
const consentScripts = [
  [10, 'plain'],
  [2, 'slow'],
  [2, 'outage'],
  [2, 'oauth-error'],
  [2, 'duplicate'],
  [2, 'restricted'],
  [1, 'mismatch'],
] as const

/** The share of walks on a hosted link. */
const LINKS = 0.18
const MIN_ACTS = 6
const MAX_ACTS = 15

/** @param name - Part of the names of the user and the persona. */
export function drawPlan(random: Random, name: string): Plan {
  const id = random.pick(providers)
  const provider = providerCatalogue.find((listed) => listed.id === id)
  if (!provider) throw new Error(`The catalogue has no provider ${id}.`)
  const method = provider.methods[random.happens(0.75) ? 0 : provider.methods.length - 1]
  if (!method) throw new Error(`${id} has no method.`)
  const script = drawScript(random, id, method.kind)
  return {
    user: name,
    provider,
    method: method.id,
    script,
    persona: `${script}.${name}@sandbox.test`,
    password: `Pw-${Math.floor(random.between(1e9, 1e10))}-${name}`,
    consent: random.happens(0.5) ? 'redirect' : 'popup',
    entry: random.happens(LINKS) ? 'link' : 'dialog',
    acts: Math.floor(random.between(MIN_ACTS, MAX_ACTS + 1)),
  }
}

function drawScript(random: Random, provider: string, kind: string): string {
  const own = ownCodes[provider]
  if (own !== undefined && random.happens(0.4)) return own
  if (kind === 'qr') return random.pick(qrScripts)
  if (kind === 'consent') return random.pick(consentScripts)
  return provider === 'mock' ? 'plain' : random.pick(scripts)
}
