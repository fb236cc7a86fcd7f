/** A host that others cannot reach: fine while developing. */
export function isThisMachine({ hostname }: URL): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    isLoopback(hostname)
  )
}

/** Whether nobody on the way can read what is sent there. */
export function isEncrypted(url: URL): boolean {
  return url.protocol === 'https:' || isThisMachine(url)
}

/** `URL` writes every form of an IPv4 address as four decimal numbers. */
const isLoopback = (hostname: string) => /^127\.\d+\.\d+\.\d+$/.test(hostname)
