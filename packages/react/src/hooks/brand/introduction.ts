/**
 * What the pane before the first screen says. Each member has a default for the kind of the account. An empty
 * list leaves its lines out.
 */
export interface Introduction {
  /** What your product reads, a line each. */
  readonly reads?: readonly string[] | undefined
  /** What your product sends or changes, a line each. */
  readonly sends?: readonly string[] | undefined
  /** How the user disconnects the account later. */
  readonly disconnect?: string | undefined
}
