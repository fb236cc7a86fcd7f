import { ConnectError } from '@connect-account/core/errors'
import { sql } from 'drizzle-orm'
import { createIntents } from '../intents/intents.ts'
import { createMailHosts } from '../intents/mail/mail-hosts.ts'
import { createCallbackStates } from '../oauth/callback-state.ts'
import { createConsentAddresses } from '../oauth/consent-addresses.ts'
import { createSessionTokens, type MintInput } from '../session/session-tokens.ts'
import type { ConnectSettings } from '../settings/connect-settings.ts'
import { errorForLog } from '../settings/error-for-log.ts'
import { readSettings } from '../settings/read-settings.ts'
import { AccountStore } from '../store/account-store.ts'
import type { Database } from '../store/database.ts'
import { type IntentFeed, openIntentFeed } from '../store/intent-feed.ts'
import { IntentStore } from '../store/intent-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { WebhookEventStore } from '../store/webhook-event-store.ts'
import { createUnipileDriver } from '../upstream/unipile-driver.ts'
import { createConnectApp } from './connect-app.ts'
import { InFlight } from './in-flight.ts'
import { problemResponse } from './problem-response.ts'

/** The host backend's half of the kit. */
export interface ConnectHandler {
  /** Answers a request under `basePath`. It never rejects: every failure is a problem document (RFC 9457). */
  fetch(request: Request): Promise<Response>
  /**
   * A token that lets a browser act for this user, for `expiresIn` seconds (default 900). Call it only for a user whom the host
   * has signed in.
   */
  mintSession(input: MintInput): Promise<string>
  /** Whether the database answers. */
  health(): Promise<{ ok: boolean }>
  /** Lets requests finish for a moment, then ends every wait, stream and connection; nothing is left running. */
  close(): Promise<void>
}

/**
 * Opens the database, migrates it, and starts to wait for what earlier instances were waiting for.
 * @throws ConnectError `invalid_setting`, whose detail is one line that says what to set.
 */
export async function createConnectHandler(settings: ConnectSettings): Promise<ConnectHandler> {
  const { apiKey, apiUrl, timings, logger, now, ...read } = readSettings(settings)
  const database = await openDatabase(read.database, logger)
  const intentStore = new IntentStore(database.queries)
  const feed = await openFeed(database, intentStore)

  const accounts = new AccountStore(database.queries)
  const upstream = createUnipileDriver({ apiKey, apiUrl, timings })
  const tokens = createSessionTokens(read.sessionSecret, now)
  const states = createCallbackStates(read.sessionSecret, now)
  const intents = createIntents({
    intents: intentStore,
    accounts,
    upstream,
    states,
    addresses: createConsentAddresses(read, states),
    mail: createMailHosts({ ...read, timings, logger }),
    proxy: read.proxy,
    confirms: read.webhookSecret !== undefined,
    timings,
    logger,
    now,
  })
  const closing = new AbortController()
  const inFlight = new InFlight()
  const logError = (error: unknown) => {
    // What Unipile or the provider could not do was foreseen.
    const level = error instanceof ConnectError ? 'warn' : 'error'
    logger[level]({ err: errorForLog(error) }, 'A request failed')
  }
  const app = createConnectApp(
    {
      events: new WebhookEventStore(database.queries),
      accounts,
      intents,
      upstream,
      feed,
      tokens,
      timings,
      now,
      webhookSecret: read.webhookSecret,
      closing: closing.signal,
      logError,
    },
    read,
  )

  async function close() {
    closing.abort()
    await inFlight.settled(timings.closeGraceMs)
    await intents.close()
    await upstream.close()
    await feed.close()
    await database.close()
  }

  let closed: Promise<void> | undefined
  return {
    async fetch(request) {
      if (closing.signal.aborted) {
        return problemResponse(new ConnectError('internal_error', { detail: 'The host is shutting down.' }))
      }
      return inFlight.track(Promise.resolve(app.fetch(request)))
    },
    mintSession: tokens.mint,
    async health() {
      try {
        await database.queries.execute(sql`select 1`)
        return { ok: true }
      } catch (error) {
        logError(error)
        return { ok: false }
      }
    },
    close() {
      closed ??= close()
      return closed
    },
  }
}

/** A start that fails leaves no connection open. */
async function openFeed(database: Database, intents: IntentStore): Promise<IntentFeed> {
  try {
    // Whoever held a lease on a database of our own is dead.
    if (database.exclusive) await intents.endAllLeases()
    return await openIntentFeed(database)
  } catch (error) {
    await database.close()
    throw error
  }
}
