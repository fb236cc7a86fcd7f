import { ConnectError } from '@connect-account/core/errors'
import { reconcileAccounts } from '../accounts/reconcile.ts'
import { createStatusChanges } from '../accounts/status-changes.ts'
import { createClientProofs } from '../consent/client-proofs.ts'
import { callbackOf, callHost } from '../callbacks/call-host.ts'
import { deliverEvents } from '../callbacks/deliver-events.ts'
import { postEvent } from '../callbacks/post-event.ts'
import { createConsentAddresses } from '../consent/consent-addresses.ts'
import { createConsentStates } from '../consent/consent-state.ts'
import { createOAuthClients } from '../consent/oauth-providers.ts'
import { type CreatedLink, createLink, LINKS_PATH } from '../hosted-links/create-link.ts'
import type { LinkContext } from '../hosted-links/link-context.ts'
import type { CreateLinkInput } from '../hosted-links/link-input.ts'
import { type LinkQuery, type LinkSummaryList, listLinks } from '../hosted-links/list-links.ts'
import { type PageFiles, readPageFiles } from '../hosted-links/page-files.ts'
import { type LinkRevocation, revokeLinks } from '../hosted-links/revoke-links.ts'
import type { ConnectionInfo } from '../http/connection-info.ts'
import type { HostProduct } from '../http/host-product.ts'
import { createOpenStreams } from '../http/open-streams.ts'
import { createSharedStates } from '../http/shared-states.ts'
import { createIntents } from '../intents/intents.ts'
import { createMailHosts } from '../intents/mailbox/mail-hosts.ts'
import { invalidSetting } from '../invalid-setting.ts'
import { housekeeping } from '../jobs/housekeeping.ts'
import { createJob } from '../jobs/job.ts'
import { errorForLog } from '../log/error-for-log.ts'
import { loadNodemailer } from '../notices/mailer.ts'
import { createNotices } from '../notices/notices.ts'
import { createRateLimiter } from '../rate-limits/rate-limiter.ts'
import { createReadiness, type Readiness } from '../routes/readiness.ts'
import { checkUserId } from '../session/check-user-id.ts'
import { createSessionTokens, type MintInput } from '../session/session-tokens.ts'
import type { ConnectSettings } from '../settings/connect-settings.ts'
import { checkNames } from '../settings/known-names.ts'
import {
  auditNames,
  linkNames,
  linkQueryNames,
  linkRevocationNames,
  mintNames,
  webhookEventNames,
} from '../settings/option-names.ts'
import { type ReadSettings, readSettings } from '../settings/read-settings.ts'
import { isStorable } from '../storable-text.ts'
import { AccountStore } from '../store/account-store.ts'
import { type AuditQuery, type AuditRecord, AuditStore } from '../store/audit-store.ts'
import type { Database } from '../store/database.ts'
import { type Feeds, openFeeds } from '../store/feeds.ts'
import { type IntentObserver, IntentStore } from '../store/intent-store.ts'
import { JobStore } from '../store/job-store.ts'
import { LinkStore } from '../store/link-store.ts'
import { NoticeStore } from '../store/notice-store.ts'
import { openDatabase } from '../store/open-database.ts'
import { OutboxStore, type TargetsOf } from '../store/outbox-store.ts'
import { RateLimitStore } from '../store/rate-limit-store.ts'
import { RefusedMethodStore } from '../store/refused-method-store.ts'
import { RemovalStore } from '../store/removal-store.ts'
import { UserRows } from '../store/user-rows.ts'
import { type WebhookEventRecord, WebhookEventStore } from '../store/webhook-event-store.ts'
import { observeUpstream } from '../telemetry/observe-upstream.ts'
import { createPrometheus } from '../telemetry/prometheus.ts'
import { createTelemetry } from '../telemetry/telemetry.ts'
import { createSignedTokens, type TokenPurpose } from '../tokens/signed-tokens.ts'
import { createUpstream } from '../upstream/create-upstream.ts'
import { type ErasedUser, eraseUser } from '../users/erase-user.ts'
import { createInbox } from '../webhooks/inbox.ts'
import { createConnectApp } from './connect-app.ts'
import { createHostAccounts, type HostAccounts } from './host-accounts.ts'
import { createHostEvents, type HostEvents } from './host-events.ts'
import { InFlight } from './in-flight.ts'

/** What the host does with hosted links. */
export interface HostLinks {
  /**
   * A link to the hosted page that links one account to this user, once. Send it to the person who is to connect
   * their account: anyone who has it can do so.
   * @throws ConnectError `invalid_request`, `return_not_allowed`, `account_not_found`, or `invalid_setting`
   *   if the host serves no hosted page or has no `publicUrl`.
   */
  create(input: CreateLinkInput): Promise<CreatedLink>
  /**
   * The user's links that are not deleted yet, the newest first. For the next page, pass the last one's `next` as `after`.
   * @throws ConnectError `invalid_request` for an `after` that no page had.
   */
  list(query: LinkQuery): Promise<LinkSummaryList>
  /**
   * Ends the user's link of this id, or all of theirs, with the attempts that were started from them. A page that is
   * open says so. Links that have linked an account stay as they are.
   * @returns how many it ended.
   */
  revoke(which: LinkRevocation): Promise<number>
}

/** The host backend's half of the kit. */
export interface ConnectHandler {
  /**
   * Handles a request under `basePath`. It never rejects: every failure is a problem document (RFC 9457).
   * `connection` is for `clientAddress`; the adapters for Node.js pass it.
   */
  fetch(request: Request, connection?: ConnectionInfo): Promise<Response>
  /**
   * A token that lets a browser act for this user, for `expiresIn` seconds (default 900). Call it only for a
   * user whom the host has signed in.
   * @throws ConnectError `invalid_setting` for an option that is unknown or out of range.
   */
  mintSession(input: MintInput): Promise<string>
  /** The events that the host is told of. */
  readonly events: HostEvents
  /** The linked accounts, for the host's backend. */
  readonly accounts: HostAccounts
  /** One-time links to the hosted page, or to Unipile's wizard. */
  readonly links: HostLinks
  /**
   * The latest webhook events, the newest first, and their results. `limit`: 1 to 500,
   * default 50.
   */
  webhookEvents(options?: { readonly limit?: number }): Promise<WebhookEventRecord[]>
  /** The audit: who linked what, and when, oldest first. For the next page, pass the last record's `at`. */
  audit(query?: AuditQuery): Promise<AuditRecord[]>
  readonly users: {
    /**
     * Erases a user who leaves the host: cancels open intents, disconnects every account here and at Unipile
     * (which is tried for three days, also after a restart), calls `accountRemoved` for each, and removes or
     * anonymizes every row. Mint no more sessions for the user before: a session that is still valid could
     * link again. Can be repeated.
     * @throws ConnectError `invalid_setting` for a user id that is empty or cannot be stored.
     */
    erase(userId: string): Promise<ErasedUser>
  }
  /** Whether requests should be sent to this instance, and why not: what `GET {base}/readyz` returns. */
  ready(): Promise<Readiness>
  /**
   * Refuses new requests (503) and ends event streams, whose readers continue at another instance; hands over
   * its waits to other instances; lets running requests finish for `timings.closeGraceMs`; then ends every
   * connection. Nothing is left running. `GET {base}/readyz` says so from the first moment.
   */
  close(): Promise<void>
}

/**
 * Opens the database, migrates it, and resumes the waits of earlier instances.
 * @throws ConnectError `invalid_setting`, whose detail is one line that says what to set.
 */
export async function createConnectHandler(settings: ConnectSettings): Promise<ConnectHandler> {
  const { apiKey, apiUrl, timings, logger, now, ...read } = readSettings(settings)
  const hostedPage = read.links && { settings: read.links, files: readPageFiles(read.links.page) }
  const prometheus = read.metrics && (await createPrometheus())
  const nodemailer = read.notices && (await loadNodemailer())
  const database = await openDatabase(read.database, logger)
  const telemetry = createTelemetry(prometheus)
  const { on, events: post } = read
  const targetsOf: TargetsOf = (type) => [
    ...(on[callbackOf[type]] ? (['callbacks'] as const) : []),
    ...(post ? (['http'] as const) : []),
  ]
  const observer: IntentObserver = {
    started: ({ provider }) => telemetry.intentsStarted.add(1, { provider }),
    ended: ({ provider, step }) => telemetry.intentsEnded.add(1, { provider, outcome: step.type }),
  }
  const intentStore = new IntentStore(database, observer, targetsOf)
  const feeds = await startOn(database, intentStore)

  const accounts = new AccountStore(database.queries)
  const oauthClients = createOAuthClients(read.oauthClients, {
    timeoutMs: timings.upstreamTimeoutMs,
  })
  const driver = createUpstream(
    read.upstreamApi,
    {
      apiKey,
      apiUrl,
      webhookSecrets: read.webhookSecrets,
      ownClients: new Set(oauthClients.keys()),
      timings,
    },
    now,
  )
  const upstream = observeUpstream(driver, telemetry)
  const signedTokens = (purpose: TokenPurpose) => createSignedTokens(purpose, read.sessionSecrets, now)
  const tokens = createSessionTokens(signedTokens('session'), now)
  const states = createConsentStates(signedTokens('consent'))
  const addresses = createConsentAddresses(read, states)
  const linkStore = new LinkStore(database.queries)
  const refusedMethods = new RefusedMethodStore(database.queries)
  const inFlight = new InFlight()
  const intents = createIntents({
    intents: intentStore,
    accounts,
    links: linkStore,
    upstream,
    states,
    oauthClients,
    proofs: createClientProofs(read.sessionSecrets, now),
    addresses,
    mail: createMailHosts({ ...read, timings, logger }),
    allowUnboundConsent: read.allowUnboundConsent,
    proxy: read.proxy,
    providerOptions: read.providerOptions,
    allowUserProxy: read.allowUserProxy,
    confirms: read.webhookSecrets.length > 0,
    removals: new RemovalStore(database.queries),
    refusedMethods,
    waits: feeds.waits,
    removalFeed: feeds.removals,
    telemetry,
    timings,
    logger,
    now,
  })
  const links: LinkContext = {
    links: linkStore,
    inTransaction: (work) => database.transaction((queries) => work(new LinkStore(queries))),
    intentStore,
    intents,
    accounts,
    upstream,
    addresses,
    wizardStates: createConsentStates(signedTokens('wizard')),
    tokens,
    page: read.links,
    now,
  }
  const notices =
    read.notices &&
    nodemailer &&
    createNotices({
      notices: new NoticeStore(database),
      accounts,
      settings: read.notices,
      nodemailer,
      createLink: (input) => createLink(links, input),
      timings,
      logger,
      now,
    })
  const statusChanges = createStatusChanges({
    targetsOf,
    ...(notices ? { notices: { delayMs: timings.noticeDelayMinutes * 60_000, wake: notices.wake } } : {}),
  })
  const events = new WebhookEventStore(database)
  const audit = new AuditStore(database.queries)
  const rows = new UserRows(database, targetsOf)
  const inbox = createInbox({
    events,
    feed: feeds.webhooks,
    telemetry,
    intents,
    statusChanges,
    targetsOf,
    accounts,
    upstream,
    timings,
    logger,
    now,
  })
  const jobs = [
    reconcileAccounts({ database, accounts, upstream, statusChanges, targetsOf, timings, logger, now }),
    housekeeping(database, timings, now),
  ].map((job) => createJob({ jobs: new JobStore(database.queries), logger, now }, job))
  const outbox = new OutboxStore(database.queries, targetsOf)
  const delivery = { outbox, feed: feeds.outbox, timings, logger, now }
  const deliveries = [
    ...(Object.keys(on).length > 0
      ? [deliverEvents(delivery, 'callbacks', (event) => callHost(on, event))]
      : []),
    ...(post ? [deliverEvents(delivery, 'http', (event) => postEvent({ ...post, now }, event))] : []),
  ]
  const closing = new AbortController()
  const logError = (error: unknown, requestId?: string) => {
    // A `ConnectError` is an expected failure, e.g. of Unipile or the provider.
    const level = error instanceof ConnectError ? 'warn' : 'error'
    logger[level]({ ...(requestId ? { requestId } : {}), err: errorForLog(error) }, 'A request failed')
  }
  const readiness = createReadiness({ database, closing: closing.signal, logError })
  const app = createConnectApp(
    {
      inbox,
      database,
      targetsOf,
      accounts,
      intents,
      links,
      hostedPage,
      product: hostProduct(read, hostedPage?.files),
      captchaAncestors: [...new Set([...read.allowedOrigins, ...(read.links?.frameAncestors ?? [])])],
      upstream,
      refusedMethods,
      allowUserProxy: read.allowUserProxy,
      feeds,
      rateLimiter: createRateLimiter({
        store: new RateLimitStore(database.queries),
        limits: read.rateLimits,
        logger,
      }),
      tokens,
      telemetry,
      logger,
      readiness,
      metricsPage: prometheus && read.metrics && { token: read.metrics.token, text: prometheus.text },
      basePath: read.basePath,
      timings,
      now,
      streams: createOpenStreams({
        heartbeatMs: timings.heartbeatMs,
        limits: read.streamLimits,
        closing: closing.signal,
        now,
      }),
      states: createSharedStates({ logError }),
      closing: closing.signal,
      logError,
    },
    read,
  )

  async function close() {
    closing.abort()
    // Waits are handed over at once, while running requests may still finish.
    const handedOver = inFlight.track(
      Promise.all([intents, inbox, ...jobs, ...deliveries].map((one) => one.close())),
    )
    await inFlight.settled(timings.closeGraceMs)
    await upstream.close()
    await handedOver
    // A request that has just finished may have started another wait.
    await intentStore.notifyWaiters().catch(logError)
    await notices?.close()
    await feeds.close()
    await prometheus?.close()
    await database.close()
  }

  let closed: Promise<void> | undefined
  return {
    async fetch(request, connection = {}) {
      return inFlight.track(Promise.resolve(app.fetch(request, connection)))
    },
    async mintSession(input) {
      checkNames(input, mintNames, 'mintSession')
      return tokens.mint(input)
    },
    events: createHostEvents({ outbox, now }),
    accounts: createHostAccounts({ accounts, database, targetsOf, upstream, intents, now }),
    links: {
      async create(input) {
        checkNames(input, linkNames, 'links.create')
        return createLink(links, input)
      },
      async list(query) {
        checkNames(query, linkQueryNames, 'links.list')
        checkUserId('links.list', query.userId)
        return listLinks(links, query)
      },
      async revoke(which) {
        checkNames(which, linkRevocationNames, 'links.revoke')
        const { userId, id } = which
        checkUserId('links.revoke', userId)
        if (id !== undefined && !isStorable(id))
          throw invalidSetting('links.revoke: id is not the id of a link.')
        return revokeLinks(links, id === undefined ? { userId } : { userId, id })
      },
    },
    async webhookEvents(options = {}) {
      checkNames(options, webhookEventNames, 'webhookEvents')
      const { limit = 50 } = options
      return events.recentEvents(Math.min(Math.max(Math.trunc(limit), 1), 500))
    },
    async audit(query = {}) {
      checkNames(query, auditNames, 'audit')
      return audit.list(query)
    },
    users: {
      erase: (userId) => eraseUser({ rows, cancel: intents.cancelForHost, now }, userId),
    },
    ready: readiness,
    close() {
      closed ??= close()
      return closed
    },
  }
}

function hostProduct(
  { links, notices, basePath }: Pick<ReadSettings, 'links' | 'notices' | 'basePath'>,
  files: PageFiles | undefined,
): HostProduct {
  const name = links?.brand?.name ?? notices?.productName
  const pageIcon = [...(files?.assets.keys() ?? [])].find((file) => /^icon-.*\.svg$/.test(file))
  const icon = links?.brand?.logo ?? (pageIcon && `${basePath}${LINKS_PATH}/assets/${pageIcon}`)
  return {
    ...(name ? { name } : {}),
    ...(icon ? { icon } : {}),
    ...(links?.brand ? { brand: links.brand } : {}),
    ...(links?.appearance ? { appearance: links.appearance } : {}),
    ...(links?.support ? { support: links.support } : {}),
  }
}

/** A start that fails leaves no connection open. */
async function startOn(database: Database, intents: IntentStore): Promise<Feeds> {
  try {
    // On a database of our own, any earlier holder of a lease is dead.
    if (database.exclusive) await intents.endAllLeases()
    return await openFeeds(database)
  } catch (error) {
    await database.close()
    throw error
  }
}
