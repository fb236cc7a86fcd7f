/** The path of an intent, or of a verb for it, below the handler's base URL. */
export function intentPath(id: string, verb = ''): string {
  return `/intents/${encodeURIComponent(id)}${verb}`
}
