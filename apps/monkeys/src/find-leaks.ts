/** Where a secret must never be. */
export interface Places {
  /** What the tabs store. */
  readonly storage: readonly string[]
  readonly urls: readonly string[]
  readonly console: readonly string[]
  readonly serverLog: readonly string[]
}

/** Returns one line per place that holds a secret. Never repeats the secret. */
export function findLeaks(places: Places, secrets: readonly string[]): string[] {
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)])
  const holds = (texts: readonly string[]) => texts.some((text) => forms.some((form) => text.includes(form)))
  return [
    holds(places.storage) && 'a secret is in the storage of the browser',
    holds(places.urls) && 'a secret is in an address',
    holds(places.console) && 'a secret is in the console',
    holds(places.serverLog) && "a secret is in the server's log",
  ].filter((line) => line !== false)
}
