/**
 * A random id, 128 bits in hexadecimal. Not `crypto.randomUUID`: browsers have it in secure contexts only,
 * and a page on plain http at a LAN address is not one.
 */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
