import { describe, expect, it, vi } from 'vitest'
import { manualTabs } from '../../testing/manual-tabs.ts'
import type { StreamDecision, StreamUse } from './stream-slot.ts'

type Tab = ReturnType<ReturnType<typeof manualTabs>['open']>

/** A watch of a tab: it listens to the page and asks for its stream. */
function watchIn({ page }: Tab, use: StreamUse = 'accounts') {
  const watched: { decision: StreamDecision; leave: () => void } = { decision: undefined, leave: () => {} }
  const stop = page.onChange(() => {})
  const leave = page.streams.ask(use, (decision) => {
    watched.decision = decision
  })
  watched.leave = () => {
    leave()
    stop()
  }
  return watched
}

const settled = (expectation: () => void) => vi.waitFor(expectation, 20_000)

describe('streams of an origin', () => {
  it('are held by one tab per use, and the other tabs wait', async () => {
    const tabs = manualTabs()
    const lists = [1, 2, 3].map(() => watchIn(tabs.open()))
    const flows = [1, 2].map(() => watchIn(tabs.open(), 'flow'))
    await settled(() => {
      expect(lists.map(({ decision }) => decision)).toEqual([true, false, false])
      expect(flows.map(({ decision }) => decision)).toEqual([true, false])
    })
    expect(tabs.held.size).toBe(2)
  })

  it('pass to another tab when their tab is hidden, unloaded or done', async () => {
    const tabs = manualTabs()
    const [first, second, third] = [tabs.open(), tabs.open(), tabs.open()]
    const watched = [watchIn(first), watchIn(second), watchIn(third)]
    const isHeldBy = (index: number) =>
      settled(() =>
        expect(watched.map(({ decision }) => decision)).toEqual(watched.map((_, other) => other === index)),
      )
    await isHeldBy(0)
    first.hide()
    await isHeldBy(1)
    second.leave()
    await isHeldBy(2)
    first.show()
    watched[2]?.leave()
    await settled(() => expect(watched[0]?.decision).toBe(true))
    second.comeBack()
    first.hide()
    await settled(() => expect(watched[1]?.decision).toBe(true))
  })

  it('are not granted without locks', () => {
    expect(watchIn(manualTabs({ hasLocks: false }).open()).decision).toBe(false)
  })

  it('are not granted if locks are refused, as in a sandboxed frame', async () => {
    const tabs = manualTabs({ refusesLocks: true })
    const watched = watchIn(tabs.open())
    await settled(() => expect(watched.decision).toBe(false))
  })

  it('leave no lock, no request for one, no listener and no channel behind', async () => {
    const tabs = manualTabs()
    const [first, second] = [tabs.open(), tabs.open()]
    const watched = [watchIn(first), watchIn(second), watchIn(second, 'flow')]
    const stop = first.page.onAnnouncedChange(() => {})
    await settled(() => expect(watched.map(({ decision }) => decision)).toEqual([true, false, true]))
    for (const { leave } of watched) leave()
    stop()
    await settled(() => {
      expect(tabs.held.size).toBe(0)
      expect(tabs.waiting).toBe(0)
    })
    expect([first.listening, second.listening, tabs.channels.size]).toEqual([0, 0, 0])
  })
})

describe('an announced change', () => {
  it('reaches each listener of each page once', async () => {
    const tabs = manualTabs()
    const [first, second] = [tabs.open(), tabs.open()]
    const received: string[] = []
    first.page.onAnnouncedChange(() => received.push('first'))
    second.page.onAnnouncedChange(() => received.push('second'))
    first.page.announceChange()
    await settled(() => expect(received).toEqual(['first', 'second']))
    // A page without listeners can announce a change, too.
    tabs.open().page.announceChange()
    await settled(() => expect(received).toHaveLength(4))
  })

  it('reaches only its own page without channels', () => {
    const { page } = manualTabs({ hasChannels: false }).open()
    const received = vi.fn()
    page.onAnnouncedChange(received)
    page.announceChange()
    expect(received).toHaveBeenCalledOnce()
  })

  it('keeps no channel open in an unloaded page', () => {
    const tabs = manualTabs()
    const tab = tabs.open()
    tab.page.onChange(() => {})
    tab.page.onAnnouncedChange(() => {})
    expect(tabs.channels.size).toBe(1)
    tab.leave()
    expect(tabs.channels.size).toBe(0)
    tab.comeBack()
    expect(tabs.channels.size).toBe(1)
  })
})
