/** One file of `migrations`, as a module: a bundled host has no folder to read. */
export interface Migration {
  /** When it was generated, in epoch milliseconds: what orders migrations. */
  readonly at: number
  /** SHA-256 of the file, as hex. */
  readonly hash: string
  readonly statements: readonly string[]
}
