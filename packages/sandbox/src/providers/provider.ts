import { createHash } from 'node:crypto'
import type { Persona } from '../persona/persona.ts'
import type { Runtime } from '../state/runtime.ts'
import type { StartRequest } from '../wire/start-request.ts'

/** How a sign-in starts. */
export type SignIn =
  /** The credentials identify the persona. */
  | { readonly by: 'persona'; readonly persona: Persona }
  /**
   * A QR code is shown; the scan identifies the persona. `twoStepPassed`: the right password for a later
   * `twofa` step was given.
   */
  | { readonly by: 'scan'; readonly twoStepPassed?: boolean }
  /** A code is shown; the person who enters it on the phone is the persona. */
  | { readonly by: 'pairing' }
  /** The user goes to the provider's consent pages, then to `redirectUri`. */
  | { readonly by: 'consent'; readonly redirectUri: string; readonly loginHint: string | undefined }

/** A group of providers that a hosted link can name: `*:SOCIAL`. */
type ProviderGroup = 'EMAILS' | 'CALENDAR' | 'SOCIAL' | 'MESSAGING'

/** One provider. To add one, add a file and a line in `index.ts`. */
export interface SandboxProvider {
  /** The id on the wire: `linkedin`. */
  readonly id: string
  /** The name in the phone's messages. */
  readonly label: string
  /** The groups of hosted links that offer it. */
  readonly groups: readonly ProviderGroup[]
  /**
   * Reads who signs in. Never stores a secret.
   * @throws WireError for credentials of the wrong shape and for unknown people.
   */
  start(request: StartRequest, runtime: Runtime): SignIn | Promise<SignIn>
  /** Returns the person's id at the provider, which never changes. */
  userId(signInName: string): string
}

/** Returns bytes that only depend on the sign-in name. */
export function fingerprint(signInName: string): Buffer {
  return createHash('sha256').update(`sandbox:${signInName}`).digest()
}

/** Returns a number of `digits` decimal digits (15 at most) that only depends on the sign-in name. */
export function numericId(signInName: string, digits: number): string {
  const smallest = 10 ** (digits - 1)
  return String(smallest + (fingerprint(signInName).readUIntBE(0, 6) % (9 * smallest)))
}

/** Returns a person's name at the provider: `anna` is Anna Sandbox. */
export function displayName(persona: Persona): string {
  const given = persona.name.split(/[._-]+/).filter(Boolean)
  const words = given.length > 0 ? given : ['sam']
  return [...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)), 'Sandbox'].join(' ')
}
