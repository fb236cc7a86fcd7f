/** Where a command writes lines. */
export interface Output {
  /** To standard output: what another program reads. */
  print(line: string): void
  /** To standard error: everything else. */
  note(line: string): void
}
