/** What brought a request. */
export interface Connection {
  /** The other end of the connection. */
  readonly peer?: string | undefined
}
