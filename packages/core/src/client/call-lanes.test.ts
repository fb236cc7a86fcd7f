import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLane } from './call-lanes.ts'

describe('a lane', () => {
  it('runs as many tasks at once as its width, and the others in order', async () => {
    const lane = createLane(2)
    const entered: number[] = []
    const leaves = [1, 2, 3, 4].map(async (task) => {
      const leave = await lane.enter()
      entered.push(task)
      return leave
    })
    await Promise.all(leaves.slice(0, 2))
    expect(entered).toEqual([1, 2])
    ;(await leaves[1])?.()
    ;(await leaves[2])?.()
    await leaves[3]
    expect(entered).toEqual([1, 2, 3, 4])
  })

  it('removes a task whose signal aborts, with the reason', async () => {
    const lane = createLane(1)
    const leave = await lane.enter()
    const controller = new AbortController()
    const waiting = lane.enter(controller.signal)
    const next = lane.enter()
    controller.abort('left')
    await expect(waiting).rejects.toBe('left')
    await expect(lane.enter(controller.signal)).rejects.toBe('left')
    leave()
    await expect(next).resolves.toBeTypeOf('function')
  })

  it('never runs more tasks than its width, and runs every task that stays', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ work: fc.nat({ max: 3 }), givesUp: fc.boolean() }), { maxLength: 30 }),
        async (width, tasks) => {
          const lane = createLane(width)
          let running = 0
          const outcomes = tasks.map(async ({ work, givesUp }) => {
            const controller = new AbortController()
            const entering = lane.enter(controller.signal)
            if (givesUp) queueMicrotask(() => controller.abort('left'))
            const leave = await entering.catch(() => undefined)
            if (!leave) return 'left'
            running++
            expect(running).toBeLessThanOrEqual(width)
            for (let tick = 0; tick < work; tick++) await Promise.resolve()
            running--
            leave()
            return 'done'
          })
          const ended = await Promise.all(outcomes)
          expect(ended.filter((_, index) => !tasks[index]?.givesUp)).not.toContain('left')
        },
      ),
    )
  })
})
