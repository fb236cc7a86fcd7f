import type { IntentMemory } from '@connect-account/core'

/** What distinguishes one flow of a page from another. */
export interface FlowName {
  /** The account that is reconnected. */
  readonly accountId?: string | undefined
  /** The providers that are offered. */
  readonly providers?: readonly string[] | undefined
  /** A name from the host. */
  readonly id?: string | undefined
  /** The user whose flow it is. */
  readonly userKey?: string | undefined
}

export interface TabMemory extends IntentMemory {
  /**
   * Reserves a key until the returned function is called. Flows of the same name reserve keys in the order in
   * which they mount, so that each finds its own key after a reload.
   */
  claim(): () => void
}

const PREFIX = 'connect-account:intent:'
/** The keys that flows on this page have reserved. */
const claimed = new Set<string>()

/**
 * Stores the id of the open intent in this tab's session storage, so that a reload resumes it. The id is
 * useless without its user's session; no secret is ever stored. If storage is blocked, nothing is remembered.
 */
export function tabMemory(name: FlowName): TabMemory {
  const first = PREFIX + describe(name)
  let key = first
  return {
    read: () => withStorage((storage) => storage.getItem(key)) ?? undefined,
    write: (intentId) => void withStorage((storage) => storage.setItem(key, intentId)),
    clear: () => void withStorage((storage) => storage.removeItem(key)),
    claim() {
      for (let place = 1; claimed.has(key); place++) key = place === 1 ? first : `${first}&place=${place}`
      const own = key
      claimed.add(own)
      return () => claimed.delete(own)
    },
  }
}

/**
 * Whether a flow of this tab whose name matches `name` has an open intent; omitted parts match everything.
 */
export function hasRemembered(name: FlowName): boolean {
  const wanted = [...new URLSearchParams(describe(name))]
  return remembered().some(([key]) => {
    const found = new URLSearchParams(key.slice(PREFIX.length))
    return (
      found.has('account') === (name.accountId !== undefined) &&
      wanted.every(([part, value]) => found.get(part) === value)
    )
  })
}

/** Whether a flow of this tab and of this user has this intent open. */
export function isRemembered(intentId: string, { userKey }: Pick<FlowName, 'userKey'>): boolean {
  const user = userKey === undefined ? null : shortOf(userKey)
  return remembered().some(
    ([key, id]) => id === intentId && new URLSearchParams(key.slice(PREFIX.length)).get('user') === user,
  )
}

function remembered(): [key: string, intentId: string][] {
  return (
    withStorage((storage) => Object.entries<string>(storage).filter(([key]) => key.startsWith(PREFIX))) ?? []
  )
}

function describe({ accountId, providers, id, userKey }: FlowName): string {
  return new URLSearchParams({
    ...(accountId !== undefined && { account: accountId }),
    ...(providers && { providers: providers.join() }),
    ...(id !== undefined && { id }),
    ...(userKey !== undefined && { user: shortOf(userKey) }),
  }).toString()
}

/** Tells users apart without storing who they are: 32 bits of FNV-1a. */
function shortOf(userKey: string): string {
  let hash = 0x811c9dc5
  for (const character of userKey) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}

function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.sessionStorage)
  } catch {
    // Storage is blocked, or there is no browser: the flow works, but a reload starts over.
    return undefined
  }
}

/** Remembers nothing. */
export const noMemory: IntentMemory = { read: () => undefined, write: () => {}, clear: () => {} }
