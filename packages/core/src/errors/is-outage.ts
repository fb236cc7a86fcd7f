import type { ConnectError } from './connect-error.ts'

/** Codes of failures that end by themselves: the same call succeeds once the network and the host work. */
const outage = /^(network_.*|server_unavailable|session_unavailable|shutting_down|unexpected_answer)$/

/** Whether the backend could not be reached or did not work, and not what the call asked for. */
export function isOutage({ code }: Pick<ConnectError, 'code'>): boolean {
  return outage.test(code)
}
