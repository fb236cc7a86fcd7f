/** How often each thing has happened. */
export class Tally {
  readonly #counts = new Map<string, number>()

  count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1)
  }

  /** By name, in alphabetical order. */
  rows(): [what: string, count: number][] {
    return [...this.#counts].toSorted(([a], [b]) => a.localeCompare(b))
  }
}
