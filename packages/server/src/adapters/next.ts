import type { ConnectHandler } from '../handler/create-connect-handler.ts'

type Open<Handler> = () => Promise<Handler>
type Route = (request: Request) => Promise<Response>
type RouteHandlers = Readonly<Record<'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS', Route>>

/**
 * Each bundle and each hot reload has its own modules, so the one handler of the process is stored on the
 * global object.
 */
const kept = Symbol.for('@connect-account/server/next')
const shared: typeof globalThis & { [kept]?: Promise<ConnectHandler> } = globalThis

/**
 * One handler for the process, opened by the first request: not when the module is loaded, because `next
 * build` loads it too. A failure is not stored: the next request tries again. Changed settings take effect
 * when the process restarts.
 */
export function openOnce(open: Open<ConnectHandler>): Open<ConnectHandler> {
  return () => {
    shared[kept] ??= open().catch((error: unknown) => {
      delete shared[kept]
      throw error
    })
    return shared[kept]
  }
}

/**
 * The handler as a Next.js route, for `app/connect/[...path]/route.ts` on the Node.js runtime: `export const
 * { GET, POST, PATCH, DELETE, OPTIONS } = toNextRoute(connect)`, where `connect` comes from `openOnce`,
 * because it is called for each request. `/connect` is the handler's `basePath`.
 */
export function toNextRoute(connect: Open<Pick<ConnectHandler, 'fetch'>>): RouteHandlers {
  const answer: Route = async (request) => (await connect()).fetch(request)
  return { GET: answer, POST: answer, PATCH: answer, DELETE: answer, OPTIONS: answer }
}
