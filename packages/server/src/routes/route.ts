import type { LimitedCall } from '../rate-limits/rate-limit-settings.ts'
import type { Session } from '../session/session-tokens.ts'

interface RouteInput {
  readonly request: Request
  /** The path's `{id}`; empty if it has none. */
  readonly id: string
}

/** A route that needs a session. */
export interface SessionRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  /** Whether a session that a hosted link opened may use it. Default: it may not. */
  readonly forLinks?: true
  /** The limit that the call counts against. Default: `read`. */
  readonly limit?: LimitedCall
  readonly answer: (input: RouteInput & { readonly session: Session }) => Promise<Response>
}

/** A route that proves its caller in another way. `address` is the client's, if the host provides it. */
export interface OpenRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Whether HEAD is served like GET, without a body. Default: it is refused. */
  readonly withHead?: true
  /** Whether it is served while the handler closes, and after. Default: it is refused like any other. */
  readonly whileClosing?: true
  readonly answer: (input: RouteInput & { readonly address: string | undefined }) => Promise<Response>
}
