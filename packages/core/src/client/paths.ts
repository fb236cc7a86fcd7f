/** The path of an intent, or of one of its verbs, below the handler's base URL. */
export function intentPath(id: string, verb = ''): string {
  return `/intents/${encodeURIComponent(id)}${verb}`
}
