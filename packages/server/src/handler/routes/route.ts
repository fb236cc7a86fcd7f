import type { Session } from '../../session/session-tokens.ts'

export interface RouteInput {
  readonly request: Request
  /** The path's `{id}`; empty where it has none. */
  readonly id: string
}

/** A route that a session is needed for. */
export interface SessionRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly answer: (input: RouteInput & { readonly session: Session }) => Promise<Response>
}

/** A route that proves its caller in another way. */
export interface OpenRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly answer: (input: RouteInput) => Promise<Response>
}
