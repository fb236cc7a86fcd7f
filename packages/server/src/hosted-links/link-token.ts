import { randomBytes } from 'node:crypto'
import { secretHash } from '../tokens/secret-hash.ts'

/** A link's token: 256 random bits, safe in a URL. It is in the link's address only; we keep its hash. */
export function createLinkToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The link's id: the hash of its token. */
export function linkIdOf(token: string): string {
  return secretHash(token)
}

/**
 * What is stored of the browser that continued with a link. The link's id is part of it, so that the same browser
 * looks different on each link.
 */
export function browserHash(linkId: string, browser: string): string {
  return secretHash(`${linkId} ${browser}`)
}

/** Whether the text has the format of a token. */
export function isLinkToken(value: string): boolean {
  return /^[\w-]{43}$/.test(value)
}
