import type { Ground } from './ground.ts'

/** What came of an attack. */
export interface Finding {
  /** Whether the defense held. */
  readonly held: boolean
  /** What happened, in one line. */
  readonly happened: string
}

export interface Attack {
  /** Unique: `--only` names it. */
  readonly name: string
  /** What is tried, in one line. */
  readonly tried: string
  /** Whether the short run leaves it out, because it takes long. */
  readonly isLong?: boolean
  /** Each attack acts as users of its own. An error counts as an attack that succeeded. */
  run(ground: Ground): Promise<Finding>
}
