import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import { listen } from '../listen.ts'
import type { Output } from './output.ts'
import { parseOptions, readUrl } from './parse-options.ts'

export const listenUsage = `npx @connect-account/sandbox listen [options]
  Prints the webhooks of a sandbox that runs, until you press Ctrl-C.

      --forward <url>         Send each event there too, with its signature
      --url <url>             The sandbox's address. Default: http://localhost:4010
      --key <text>            The sandbox's API key. Default: sandbox-key
      --json                  Print each event as one line of JSON
  -h, --help                  Print this text

Prints the secret that signs the events to standard output first. With --forward, set it in your host.`

const options = {
  forward: { type: 'string' },
  url: { type: 'string', default: 'http://localhost:4010' },
  key: { type: 'string', default: 'sandbox-key' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const endpointSchema = v.object({ id: v.string(), secret: v.string() })
const eventSchema = v.object({ id: v.string(), type: v.string(), account_id: v.string() })

/** The headers of a delivery that a host needs. */
const FORWARDED = ['content-type', 'unipile-signature'] as const
/** Milliseconds within which the host must respond. */
const FORWARD_TIMEOUT = 10_000

/**
 * Runs `listen` until `stopped` resolves: registers an endpoint of its own, and removes it at the end.
 * @returns the exit code: 1 if there is no sandbox, or it refuses the key.
 * @throws UsageError.
 */
export async function listenToEvents(
  args: readonly string[],
  { print, note }: Output,
  stopped: Promise<unknown>,
): Promise<number> {
  const { values } = parseOptions(args, options)
  if (values.help) {
    print(listenUsage)
    return 0
  }
  const sandbox = readUrl('url', values.url).replace(/\/$/, '')
  const forward = values.forward === undefined ? undefined : readUrl('forward', values.forward)

  const call = (method: string, path: string, body?: object) =>
    fetch(`${sandbox}/v2/webhooks/endpoints${path}`, {
      method,
      headers: { 'x-api-key': values.key, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })

  async function receive(request: IncomingMessage, response: ServerResponse) {
    const body = Buffer.concat(await request.toArray()).toString()
    const { id, type, account_id } = v.parse(eventSchema, JSON.parse(body))
    const status = forward === undefined ? 200 : await pass(forward, request, body)
    response.writeHead(status ?? 502).end()
    const answer = forward === undefined ? '' : ` -> ${status ?? 'no response'}`
    print(values.json ? body : `${type} ${account_id} ${id}${answer}`)
    if (values.json && forward !== undefined) note(`${id}${answer}`)
  }

  const server = await listen((request, response) => {
    receive(request, response).catch((error: unknown) => {
      note(`Not an event of the sandbox: ${String(error)}`)
      response.writeHead(400).end()
    })
  }, 0)
  try {
    const url = `http://localhost:${server.port}/`
    const created = await call('POST', '', { url, description: 'npx @connect-account/sandbox listen' })
    if (!created.ok) {
      note(
        created.status === 401
          ? 'The sandbox refuses the key. Set its --key.'
          : `The sandbox refuses to send events: ${created.status} ${await created.text()}`,
      )
      return 1
    }
    const endpoint = v.parse(endpointSchema, await created.json())
    print(`UNIPILE_WEBHOOK_SECRET=${endpoint.secret}`)
    note('Waiting for events. Press Ctrl-C to stop.')
    await stopped
    await call('DELETE', `/${endpoint.id}`)
    return 0
  } catch (error) {
    // What `fetch` rejects with if nobody listens there.
    if (!(error instanceof TypeError)) throw error
    note(`No sandbox runs at ${sandbox}. Start one with: npx @connect-account/sandbox`)
    return 1
  } finally {
    await server.close()
  }
}

/** Sends a delivery to the host. @returns the status of its response; `undefined` without one. */
async function pass(url: string, { headers }: IncomingMessage, body: string): Promise<number | undefined> {
  const sent = FORWARDED.flatMap((name) => {
    const value = headers[name]
    return typeof value === 'string' ? [[name, value] as [string, string]] : []
  })
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: sent,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(FORWARD_TIMEOUT),
    })
    return response.status
  } catch {
    return undefined
  }
}
