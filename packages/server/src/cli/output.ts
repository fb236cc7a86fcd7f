/** Where a command writes. Its result can be piped to other programs; its notes are for people only. */
export interface Output {
  /** A line on standard output. */
  result(line: string): void
  /** A line on standard error. */
  note(line: string): void
}
