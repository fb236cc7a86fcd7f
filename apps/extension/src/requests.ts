import type { RenewalState } from '@connect-account/extension'

/** What the popup asks of the service worker; each is answered with the state afterwards. */
export type Request = 'state' | 'connect' | 'check' | 'turn_off'

const requests: readonly unknown[] = ['state', 'connect', 'check', 'turn_off'] satisfies Request[]

export function isRequest(message: unknown): message is Request {
  return requests.includes(message)
}

export function ask(request: Request): Promise<RenewalState> {
  return chrome.runtime.sendMessage(request)
}
