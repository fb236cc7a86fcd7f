/** Numbers derived from the seed. */
export interface Random {
  /** Returns a number from 0 up to, but not including, 1. */
  next(): number
  /** Returns `true` with this probability. */
  happens(probability: number): boolean
  between(low: number, high: number): number
  /** Returns one of the values, each with a probability by its weight. */
  pick<T>(weighted: readonly (readonly [weight: number, value: T])[]): T
  /** Returns an independent sequence, so that one part's draws do not shift another's. */
  derive(name: string): Random
}

/** The seed fixes the numbers of each sequence, but not the order in which processes draw them. */
export function createRandom(seed: string): Random {
  let state = hash(seed)

  /** Mulberry32 (Tommy Ettinger, public domain). */
  function next() {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  return {
    next,
    happens: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    pick(weighted) {
      let left = next() * weighted.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of weighted) {
        left -= weight
        if (left < 0) return value
      }
      throw new Error('Cannot pick from an empty list.')
    },
    derive: (name) => createRandom(`${seed}/${name}`),
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return value
}
