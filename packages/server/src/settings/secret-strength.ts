/** The fewest characters of a session secret. */
export const MIN_SECRET = 32

/** A random secret of that length has more different characters than this in any common alphabet. */
const MIN_DIFFERENT = 10

/** What makes a session secret easy to guess; `undefined`: nothing that can be seen. */
export function weaknessOf(secret: string): string | undefined {
  if (secret.length < MIN_SECRET) return `only ${secret.length} characters`
  if (new Set(secret).size < MIN_DIFFERENT) return 'the same few characters over and over'
  return undefined
}
