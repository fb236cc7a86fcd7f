/** What brought a request. */
export interface ConnectionInfo {
  /** The other end of the connection. */
  readonly peer?: string | undefined
}
