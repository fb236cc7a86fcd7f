/** What an event stream is for. A flow is more important, because its user waits for the next step. */
export type StreamUse = 'flow' | 'accounts'

const usesByImportance: readonly StreamUse[] = ['flow', 'accounts']

/** Whether a watch may hold an open stream; `undefined` while it is undecided. */
export type StreamDecision = boolean | undefined

/** Gives one watch of the page at a time the right to hold an event stream. */
export interface StreamSlot {
  /**
   * Asks for the slot until the returned function is called. `onDecision` is called at once and on each
   * change. The most important use gets the slot, and among equals the one that asked first. A more important
   * one preempts the holder.
   */
  ask(use: StreamUse, onDecision: (decision: StreamDecision) => void): () => void
}

/**
 * Claims the right to one stream for the page; another tab may hold it. Calls `onHeld` when the decision is
 * known and on each change. The returned function releases the claim.
 */
export type ClaimStream = (use: StreamUse, onHeld: (isHeld: boolean) => void) => () => void

export interface PageStreamSlot extends StreamSlot {
  /** Checks `isOpen` again. */
  update(): void
}

interface Ask {
  readonly use: StreamUse
  readonly onDecision: (decision: StreamDecision) => void
  decision: StreamDecision | 'none yet'
}

interface Claim {
  readonly use: StreamUse
  isHeld: boolean | undefined
  release: () => void
}

/** While `isOpen` returns false, as in a hidden page, no watch has the slot and the page holds no claim. */
export function createStreamSlot(claimStream: ClaimStream, isOpen: () => boolean): PageStreamSlot {
  const asks = new Set<Ask>()
  let claim: Claim | undefined
  let isUpdating = false
  let isOutdated = false

  function mostImportant(): Ask | undefined {
    const waiting = isOpen() ? [...asks] : []
    for (const use of usesByImportance) {
      const first = waiting.find((ask) => ask.use === use)
      if (first) return first
    }
    return undefined
  }

  function notify(ask: Ask, decision: StreamDecision) {
    if (!asks.has(ask) || ask.decision === decision) return
    ask.decision = decision
    ask.onDecision(decision)
  }

  function step() {
    const first = mostImportant()
    const before = claim
    if (before && before.use !== first?.use) claim = undefined
    // The watch that loses the slot is notified first, so it closes its stream before another one opens.
    for (const ask of [...asks]) if (ask !== first) notify(ask, false)
    if (first) notify(first, claim?.isHeld)
    if (before !== claim) before?.release()
    if (!first || claim) return
    const next: Claim = { use: first.use, isHeld: undefined, release: () => {} }
    claim = next
    next.release = claimStream(first.use, (isHeld) => {
      if (claim !== next) return
      next.isHeld = isHeld
      update()
    })
  }

  /** A notified watch may ask or leave at once: this is handled after all of them were notified. */
  function update() {
    isOutdated = true
    if (isUpdating) return
    isUpdating = true
    while (isOutdated) {
      isOutdated = false
      step()
    }
    isUpdating = false
  }

  return {
    update,
    ask(use, onDecision) {
      const ask: Ask = { use, onDecision, decision: 'none yet' }
      asks.add(ask)
      update()
      return () => {
        if (asks.delete(ask)) update()
      }
    },
  }
}
