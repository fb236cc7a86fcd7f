import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { Accounts } from './flow/accounts.ts'
import { Consents } from './flow/consents.ts'
import { Intents } from './flow/intents.ts'
import { type Listening, listen } from './listen.ts'
import { checkOptions } from './options/check-options.ts'
import { defaultTimings, loopbackHosts, type SandboxOptions } from './options/options.ts'
import type { Runtime } from './state/runtime.ts'
import { Store } from './state/store.ts'
import { v1StatusBody } from './v1/status-body.ts'
import { Webhooks } from './webhooks/webhooks.ts'
import { newId } from './wire/identifiers.ts'
import { WizardLinks } from './wizard/wizard-links.ts'

export interface Sandbox {
  /** Its address: `http://localhost:<port>`, or with the given host. */
  readonly url: string
  readonly port: number
  /** Ends held calls, timers and deliveries, then stops listening. The state file stays. */
  close(): Promise<void>
}

/**
 * Starts a stand-in for Unipile, with API v2 under `/v2`, API v1 under `/api/v1` and a phone under `/phone`.
 * Rejects with the system's error if the port is taken (`code: 'EADDRINUSE'`) or the state file cannot be
 * read, and with a TypeError for an unknown option.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  checkOptions(options)
  const closing = new AbortController()
  let address = `http://localhost:${options.port}`
  const runtime: Runtime = {
    store: new Store(options.stateFile),
    timings: { ...defaultTimings, ...options.timings },
    apiKey: options.apiKey,
    now: options.now ?? Date.now,
    mail: {
      allowedHosts: options.allowedMailHosts ?? loopbackHosts,
      domains: options.mailDomains ?? {},
      certificateAuthority: options.mailCertificateAuthority,
    },
    oauthClients: new Map(Object.entries(options.oauthClients ?? {})),
    eventList: options.eventList ?? 'newest',
    log: options.logger ?? (() => {}),
    publicUrl: () => (options.publicUrl ?? address).replace(/\/$/, ''),
    ownUrl: () => address,
    closing: closing.signal,
  }
  if (options.webhook) registerEndpoint(runtime.store, options.webhook)
  const webhooks = new Webhooks(runtime, v1StatusBody)
  const accounts = new Accounts(runtime, webhooks)
  const consents = new Consents(runtime, accounts)
  const app = createApp({
    runtime,
    accounts,
    intents: new Intents(runtime, accounts),
    consents,
    wizards: new WizardLinks(runtime, consents, webhooks),
  })
  const handler = getRequestListener((request, env) => app.fetch(request, env), {
    overrideGlobalObjects: false,
  })

  let server: Listening
  try {
    server = await listen(handler, options.port, options.host)
  } catch (error) {
    closing.abort()
    await webhooks.close()
    throw error
  }
  address = `http://${options.host ?? 'localhost'}:${server.port}`
  return {
    url: address,
    port: server.port,
    async close() {
      closing.abort()
      await webhooks.close()
      await server.close()
    },
  }
}

/** Registers the endpoint given at the start, or updates it after a restart. */
function registerEndpoint(store: Store, { url, secret, api }: NonNullable<SandboxOptions['webhook']>): void {
  const { endpoints } = store.state
  const registered = endpoints.find((endpoint) => endpoint.url === url)
  const v1Headers = api === 'v1' ? { v1Headers: [{ key: 'Unipile-Auth', value: secret }] } : {}
  if (registered) {
    delete registered.v1Headers
    Object.assign(registered, { secret, ...v1Headers })
  } else {
    endpoints.push({
      id: newId('we'),
      url,
      secret,
      enabled: true,
      triggerEvents: [],
      accountIds: [],
      description: 'Registered at the start',
      ...v1Headers,
    })
  }
  store.save()
}
