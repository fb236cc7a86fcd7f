/**
 * A random id, 128 bits in hexadecimal. Not `crypto.randomUUID`: browsers have that in secure contexts only, which a page on plain
 * http at a LAN address is not.
 */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
