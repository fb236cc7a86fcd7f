/** The connection that a request came in on. */
export interface ConnectionInfo {
  /** The other end of the connection. */
  readonly peer?: string | undefined
}
