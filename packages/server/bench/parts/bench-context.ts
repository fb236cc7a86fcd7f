import type { RoleProcess } from '../role-process.ts'

/** What every part of the benchmark needs. */
export interface BenchContext {
  /** A fresh, empty database of this name, and its URL. */
  createDatabase(name: string): Promise<string>
  readonly upstream: RoleProcess
  readonly load: RoleProcess
  /** Starts a role that is stopped when the bench ends. */
  start(name: string, env: Record<string, string>): RoleProcess
  say(text: string): void
}

/** One line of the result. */
export interface Row {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** The spread of the middle half of the rounds, in the same unit. */
  readonly spread?: number
  readonly goal?: { readonly text: string; readonly met: boolean }
}
