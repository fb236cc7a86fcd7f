import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStreamSlot, type StreamDecision, type StreamUse } from './stream-slot.ts'

/** A slot whose claims a test decides. */
function slotWith({ grants = true }: { readonly grants?: boolean } = {}) {
  const claims: { use: StreamUse; decide: (isHeld: boolean) => void; isReleased: boolean }[] = []
  let isOpen = true
  const slot = createStreamSlot(
    (use, onHeld) => {
      const claim = { use, decide: onHeld, isReleased: false }
      claims.push(claim)
      if (grants) onHeld(true)
      return () => {
        claim.isReleased = true
      }
    },
    () => isOpen,
  )
  const ask = (use: StreamUse) => {
    const decisions: StreamDecision[] = []
    const leave = slot.ask(use, (decision) => decisions.push(decision))
    return { decisions, leave, use }
  }
  return {
    ask,
    claims,
    open(next: boolean) {
      isOpen = next
      slot.update()
    },
    /** The claims that were not released. */
    kept: () => claims.filter(({ isReleased }) => !isReleased).map(({ use }) => use),
  }
}

describe('the slot of a page', () => {
  it('goes to the first of equals, and passes to the next one when the first leaves', () => {
    const { ask, kept } = slotWith()
    const first = ask('accounts')
    const second = ask('accounts')
    expect([first.decisions.at(-1), second.decisions]).toEqual([true, [false]])
    first.leave()
    expect(second.decisions).toEqual([false, true])
    expect(kept()).toEqual(['accounts'])
    second.leave()
    expect(kept()).toEqual([])
  })

  it('passes from a list to a flow that waits, and back when the flow ends', () => {
    const { ask, claims, kept } = slotWith()
    const list = ask('accounts')
    const flow = ask('flow')
    expect([list.decisions.at(-1), flow.decisions.at(-1)]).toEqual([false, true])
    expect(claims.map(({ use, isReleased }) => `${use} ${isReleased}`)).toEqual([
      'accounts true',
      'flow false',
    ])
    flow.leave()
    expect(list.decisions.at(-1)).toBe(true)
    expect(kept()).toEqual(['accounts'])
  })

  it('is undecided until the claim is known, then refused, then granted', () => {
    const { ask, claims } = slotWith({ grants: false })
    const flow = ask('flow')
    claims[0]?.decide(false)
    claims[0]?.decide(true)
    expect(flow.decisions).toEqual([undefined, false, true])
  })

  it('is not granted while the page is hidden, and the claim is released', () => {
    const { ask, open, kept } = slotWith()
    const list = ask('accounts')
    open(false)
    expect(list.decisions.at(-1)).toBe(false)
    expect(kept()).toEqual([])
    const flow = ask('flow')
    expect(flow.decisions).toEqual([false])
    open(true)
    expect(flow.decisions.at(-1)).toBe(true)
    expect(list.decisions.at(-1)).toBe(false)
  })

  it('ignores a claim that it has released', () => {
    const { ask, claims } = slotWith({ grants: false })
    const list = ask('accounts')
    list.leave()
    const flow = ask('flow')
    claims[0]?.decide(true)
    expect(flow.decisions).toEqual([undefined])
  })

  it('lets a notified watch ask and leave at once', () => {
    const { ask, kept } = slotWith()
    const decisions: StreamDecision[] = []
    const slot = createStreamSlot(
      (_, onHeld) => {
        onHeld(true)
        return () => {}
      },
      () => true,
    )
    const leave = slot.ask('accounts', (decision) => {
      decisions.push(decision)
      if (decision) leaveLater()
    })
    function leaveLater() {
      slot.ask('flow', () => {})
    }
    expect(decisions.at(-1)).toBe(false)
    leave()
    expect(ask('flow').decisions.at(-1)).toBe(true)
    expect(kept()).toEqual(['flow'])
  })
})

type Move =
  | { readonly type: 'ask'; readonly page: number; readonly use: StreamUse }
  | { readonly type: 'leave'; readonly nth: number }
  | { readonly type: 'toggle'; readonly page: number }

const moves = fc.array(
  fc.oneof<fc.Arbitrary<Move>[]>(
    fc.record({
      type: fc.constant('ask' as const),
      page: fc.nat({ max: 2 }),
      use: fc.constantFrom('flow' as const, 'accounts' as const),
    }),
    fc.record({ type: fc.constant('leave' as const), nth: fc.nat({ max: 20 }) }),
    fc.record({ type: fc.constant('toggle' as const), page: fc.nat({ max: 2 }) }),
  ),
  { maxLength: 60 },
)

interface Waiter {
  readonly page: number
  readonly use: StreamUse
  decision: StreamDecision
  leave: () => void
}

/** Three pages of an origin that share one lock per use, in memory, in the order of the requests. */
function origin() {
  const queues: Record<StreamUse, { decide: (isHeld: boolean) => void }[]> = { flow: [], accounts: [] }
  const waiters: Waiter[] = []
  const isOpen = [true, true, true]
  const slots = isOpen.map((_, page) =>
    createStreamSlot(
      (use, onHeld) => {
        const claim = { decide: onHeld }
        queues[use].push(claim)
        onHeld(queues[use][0] === claim)
        return () => {
          const wasFirst = queues[use][0] === claim
          queues[use] = queues[use].filter((other) => other !== claim)
          if (wasFirst) queues[use][0]?.decide(true)
        }
      },
      () => isOpen[page] ?? false,
    ),
  )
  return {
    waiters,
    isOpen,
    play(move: Move) {
      if (move.type === 'ask') {
        const waiter: Waiter = { page: move.page, use: move.use, decision: undefined, leave: () => {} }
        waiters.push(waiter)
        const leave = slots[move.page]?.ask(move.use, (decision) => {
          // The holder that loses the slot is notified before another one gets it.
          if (decision)
            expect(waiters.filter((other) => other.page === move.page && other.decision)).toEqual([])
          if (decision)
            expect(waiters.filter((other) => other.use === move.use && other.decision)).toEqual([])
          waiter.decision = decision
        })
        waiter.leave = () => {
          waiters.splice(waiters.indexOf(waiter), 1)
          leave?.()
        }
      } else if (move.type === 'leave') {
        waiters[move.nth % Math.max(1, waiters.length)]?.leave()
      } else {
        isOpen[move.page] = !isOpen[move.page]
        slots[move.page]?.update()
      }
    },
  }
}

const holders = (waiters: readonly Waiter[]) => waiters.filter(({ decision }) => decision)
const oldestOf = (waiters: readonly Waiter[], use: StreamUse) => waiters.find((waiter) => waiter.use === use)

describe('any number of watches in three pages', () => {
  it('never has two holders in a page or of a use, and the holder is the most important and oldest watch', () => {
    fc.assert(
      fc.property(moves, (played) => {
        const { waiters, play, isOpen } = origin()
        for (const move of played) {
          play(move)
          for (const page of [0, 1, 2]) {
            const mine = waiters.filter((waiter) => waiter.page === page)
            const [holder, ...others] = holders(mine)
            expect(others).toEqual([])
            if (holder) expect(holder).toBe(oldestOf(mine, 'flow') ?? oldestOf(mine, 'accounts'))
            if (!isOpen[page]) expect(holder).toBeUndefined()
          }
        }
      }),
    )
  })

  it('leaves no stream unused if the most important watch of a visible page waits for it', () => {
    fc.assert(
      fc.property(moves, (played) => {
        const { waiters, play, isOpen } = origin()
        for (const move of played) play(move)
        const wanted = new Set(
          [0, 1, 2].flatMap((page) => {
            const mine = waiters.filter((waiter) => waiter.page === page)
            const first = oldestOf(mine, 'flow') ?? oldestOf(mine, 'accounts')
            return isOpen[page] && first ? [first.use] : []
          }),
        )
        expect(new Set(holders(waiters).map(({ use }) => use))).toEqual(wanted)
      }),
    )
  })

  it('grants every watch the slot in the end, when holders leave one after the other', () => {
    fc.assert(
      fc.property(moves, (played) => {
        const { waiters, play, isOpen } = origin()
        for (const move of played) play(move)
        for (const page of [0, 1, 2]) if (!isOpen[page]) play({ type: 'toggle', page })
        for (let left = waiters.length; left > 0; left--) {
          const [holder] = holders(waiters)
          expect(holder).toBeDefined()
          holder?.leave()
        }
        expect(waiters).toEqual([])
      }),
    )
  })
})
