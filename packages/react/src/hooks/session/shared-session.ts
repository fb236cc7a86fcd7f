import type { ConnectTransport, Provider } from '@connect-account/core'

export type Session = string | (() => Promise<string | null>)

/** What all parts of a page with the same session share: one token, and one catalogue per backend. */
interface SharedSession {
  readonly session: Session
  readonly userKey: string | undefined
  /** How many parts of the page use it. */
  holders: number
  token: Promise<string | null> | undefined
  readonly catalogues: Map<string | undefined, Promise<Provider[]>>
}

/** Only while a part of the page uses them, so that nothing is left for the user who signs in next. */
const held = new Set<SharedSession>()

function findShared(session: Session | undefined, userKey: string | undefined): SharedSession | undefined {
  for (const shared of held) if (shared.session === session && shared.userKey === userKey) return shared
  return undefined
}

/** Keeps what is shared of this session until the returned function is called. */
export function holdSession(session: Session | undefined, userKey: string | undefined): () => void {
  if (session === undefined) return () => {}
  const shared: SharedSession = findShared(session, userKey) ?? {
    session,
    userKey,
    holders: 0,
    token: undefined,
    catalogues: new Map(),
  }
  held.add(shared)
  shared.holders++
  return () => {
    shared.holders--
    // StrictMode releases it and holds it again at once.
    queueMicrotask(() => {
      if (shared.holders === 0) held.delete(shared)
    })
  }
}

/**
 * Returns the `session` function of one client. The client calls it again if the token was refused: only then
 * is another one fetched, once for all clients.
 */
export function sharedToken(
  readSession: () => Session,
  userKey: string | undefined,
): () => Promise<string | null> {
  let given: Promise<string | null> | undefined
  return async () => {
    const session = readSession()
    if (typeof session === 'string') return session
    const shared = findShared(session, userKey)
    if (!shared) return session()
    if (given !== undefined && shared.token === given) {
      shared.token = undefined
      // Another token may allow other providers.
      shared.catalogues.clear()
    }
    shared.token ??= session()
    given = shared.token
    return given
  }
}

/** A client that reads the catalogue once for all parts of the page. Only what was read is kept, no failure. */
export function sharingCatalogue(
  client: ConnectTransport,
  readSession: () => Session | undefined,
  { userKey, baseUrl }: { readonly userKey?: string | undefined; readonly baseUrl?: string | undefined },
): ConnectTransport {
  return {
    ...client,
    async listProviders(signal) {
      const shared = findShared(readSession(), userKey)
      if (!shared) return client.listProviders(signal)
      const { catalogues } = shared
      let reading = catalogues.get(baseUrl)
      if (!reading) {
        // Without the signal: others wait for it too.
        reading = client.listProviders()
        catalogues.set(baseUrl, reading)
        const own = reading
        own.catch(() => {
          if (catalogues.get(baseUrl) === own) catalogues.delete(baseUrl)
        })
      }
      return reading
    },
  }
}
