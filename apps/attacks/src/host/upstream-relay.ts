import { buffer } from 'node:stream/consumers'
import { forward, type Relay, startRelay } from '@connect-account/chaos/src/relay.ts'
import * as v from 'valibot'

const TIMEOUT_MS = 30_000

/** A response of Unipile that is on its way. */
interface HeldResponse {
  /** Resolves when Unipile has done its work. */
  readonly arrived: Promise<void>
  release(): void
}

/** Stands between the handler and the sandbox. */
export interface UpstreamRelay extends Relay {
  /** Holds the response to the next POST whose path contains `part`. */
  hold(part: string): HeldResponse
  /** Changes the text of the next response that contains `part`. */
  replace(part: string, by: string): void
  /** How many sign-ins and answers the handler has sent. */
  posted(): number
  /** Where the consent page of the last start returns to. */
  lastCallback(): URL
}

const startSchema = v.looseObject({ oauth_callback_redirect_uri: v.string() })

export async function startUpstreamRelay(target: string): Promise<UpstreamRelay> {
  let holding: { part: string; arrive: () => void; released: Promise<void> } | undefined
  let replacing: { part: string; by: string } | undefined

  let callback = ''
  let posted = 0

  const relay = await startRelay(async (incoming, response) => {
    if (incoming.method === 'POST') {
      posted++
      const start = v.safeParse(v.pipe(v.string(), v.parseJson(), startSchema), incoming.body.toString())
      if (start.success) callback = start.output.oauth_callback_redirect_uri
    }
    const source = await forward(target, incoming, AbortSignal.timeout(TIMEOUT_MS))
    const { connection: _, 'transfer-encoding': __, 'content-length': ___, ...headers } = source.headers
    let text = (await buffer(source)).toString()
    if (replacing && text.includes(replacing.part)) {
      text = text.replace(replacing.part, replacing.by)
      replacing = undefined
    }
    if (holding && incoming.method === 'POST' && incoming.path.includes(holding.part)) {
      const { arrive, released } = holding
      holding = undefined
      arrive()
      await released
    }
    response.writeHead(source.statusCode ?? 502, headers).end(text)
  })

  return {
    ...relay,
    hold(part) {
      const arrived = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      holding = { part, arrive: arrived.resolve, released: released.promise }
      return { arrived: arrived.promise, release: released.resolve }
    },
    replace(part, by) {
      replacing = { part, by }
    },
    posted: () => posted,
    lastCallback: () => new URL(callback),
  }
}
