/** Where a command speaks: its result can be piped on, and what it says beside goes to people only. */
export interface Output {
  /** A line on standard output. */
  result(line: string): void
  /** A line on standard error. */
  note(line: string): void
}
