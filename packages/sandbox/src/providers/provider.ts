import { createHash } from 'node:crypto'
import type { Persona } from '../persona/persona.ts'
import type { Runtime } from '../state/runtime.ts'
import type { StartRequest } from '../wire/start-request.ts'

/** How a sign-in begins. */
export type SignIn =
  /** The credentials say who it is. */
  | { readonly by: 'persona'; readonly persona: Persona }
  /** A QR code is shown, and the phone will tell. `twoStepPassed`: the password of a later `twofa` step was given and is right. */
  | { readonly by: 'scan'; readonly twoStepPassed?: boolean }
  /** The user is sent to the provider's own pages, and from there to `redirectUri`. */
  | { readonly by: 'consent'; readonly redirectUri: string; readonly loginHint: string | undefined }

/** A group that a hosted link may name: `*:SOCIAL`. */
export type ProviderGroup = 'EMAILS' | 'CALENDAR' | 'SOCIAL' | 'MESSAGING'

/** One provider as the sandbox plays it. A new provider is a new file, and a line in `index.ts`. */
export interface SandboxProvider {
  /** As on the wire: `linkedin`. */
  readonly id: string
  /** As the phone's messages name it. */
  readonly label: string
  /** The groups of hosted links that offer it. */
  readonly groups: readonly ProviderGroup[]
  /**
   * Reads who signs in, and keeps none of the secrets. Throws a `WireError` for credentials of the wrong shape and for
   * people that the provider does not know.
   */
  start(request: StartRequest, runtime: Runtime): SignIn | Promise<SignIn>
  /** The owner's id at the provider: the same for the same sign-in name, always. */
  userId(signInName: string): string
}

/** Bytes that depend on the sign-in name alone. */
export function fingerprint(signInName: string): Buffer {
  return createHash('sha256').update(`sandbox:${signInName}`).digest()
}

/** As many decimal digits as asked for (15 at most), the first not 0, that depend on the sign-in name alone. */
export function numericId(signInName: string, digits: number): string {
  const smallest = 10 ** (digits - 1)
  return String(smallest + (fingerprint(signInName).readUIntBE(0, 6) % (9 * smallest)))
}

/** What a person is called at the provider: `anna` is Anna Sandbox. */
export function displayName(persona: Persona): string {
  const given = persona.name.split(/[._-]+/).filter(Boolean)
  const words = given.length > 0 ? given : ['sam']
  return [...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)), 'Sandbox'].join(' ')
}
