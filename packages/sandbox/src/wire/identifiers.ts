import { randomBytes, randomInt } from 'node:crypto'

/** Returns an id in Unipile's format: `acc_…`, `app_…`, `evt_…`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(13).toString('hex')}`
}

/** Returns an unguessable, URL-safe token. */
export function newToken(): string {
  return randomBytes(18).toString('base64url')
}

/** What a code is made of: digits, or letters and digits as X sends them by email. */
export type CodeKind = 'six-digits' | 'eight-digits' | 'letters'

const digits = '0123456789'
// Without what people confuse.
const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'

/** Returns a random code. One of `letters` has eight characters, digits and letters in turn. */
export function newCode(kind: CodeKind): string {
  const length = kind === 'six-digits' ? 6 : 8
  const alphabetAt = (index: number) => (kind === 'letters' && index % 2 === 1 ? letters : digits)
  return Array.from({ length }, (_, index) => {
    const alphabet = alphabetAt(index)
    return alphabet[randomInt(alphabet.length)]
  }).join('')
}

/** The kind of a code that was sent, so that the next one is of the same kind. */
export function codeKindOf(code: string): CodeKind {
  if (/\D/.test(code)) return 'letters'
  return code.length === 6 ? 'six-digits' : 'eight-digits'
}
