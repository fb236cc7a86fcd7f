/** Counts how often each thing happened. */
export class Counters {
  readonly #counts = new Map<string, number>()

  count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  /** Returns the counts in alphabetical order. */
  rows(): [name: string, count: number][] {
    return [...this.#counts].toSorted(([a], [b]) => a.localeCompare(b))
  }
}
