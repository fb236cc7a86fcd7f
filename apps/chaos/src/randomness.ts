/** Numbers that the seed decides. */
export interface Randomness {
  /** From 0 up to 1. */
  next(): number
  /** Whether something of this probability happens. */
  happens(probability: number): boolean
  between(low: number, high: number): number
  /** One of them, each as often as its weight says. */
  pick<T>(weighted: readonly (readonly [weight: number, value: T])[]): T
  /** A sequence of its own: what one part draws does not shift what another one does. */
  of(name: string): Randomness
}

/** The seed decides what is drawn in each sequence; in which order processes come to draw, no seed decides. */
export function createRandomness(seed: string): Randomness {
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
      throw new Error('There is nothing to pick from.')
    },
    of: (name) => createRandomness(`${seed}/${name}`),
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return value
}
