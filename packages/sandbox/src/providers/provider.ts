import { createHash } from 'node:crypto'
import type { Persona } from '../persona.ts'

/** One provider as the sandbox plays it. A new provider is a new file, and a line in `index.ts`. */
export interface SandboxProvider {
  /** As on the wire: `linkedin`. */
  readonly id: string
  /** As the phone's messages name it. */
  readonly label: string
  /**
   * Who signs in with these credentials, or `'scan'` when the phone will tell. Throws a `WireError` for credentials of
   * the wrong shape and for people that the provider does not know.
   */
  start(credentials: Record<string, unknown>): Persona | 'scan'
  /** The owner's id at the provider: the same for the same sign-in name, always. */
  userId(signInName: string): string
}

/** Bytes that depend on the sign-in name alone. */
export function fingerprint(signInName: string): Buffer {
  return createHash('sha256').update(`sandbox:${signInName}`).digest()
}

/** What a person is called at the provider: `anna` is Anna Sandbox. */
export function displayName(persona: Persona): string {
  const given = persona.name.split(/[._-]+/).filter(Boolean)
  const words = given.length > 0 ? given : ['sam']
  return [...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)), 'Sandbox'].join(' ')
}
