import { ConnectError } from '@connect-account/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { untilReachable } from './until-reachable.ts'

const outage = new ConnectError('server_unavailable')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A backend that is down until `isDown` is false, and how often it was asked. */
function backend() {
  const state = { isDown: true, asked: 0 }
  async function probe() {
    state.asked++
    if (state.isDown) throw outage
  }
  return { state, probe, onReached: vi.fn() }
}

describe('in an outage', () => {
  it('asks less and less often, and stops once the backend responds', async () => {
    const { state, probe, onReached } = backend()
    untilReachable(outage, probe, onReached)
    const asked: number[] = []
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      await vi.advanceTimersByTimeAsync(seconds * 1000)
      asked.push(state.asked)
    }
    expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(onReached).not.toHaveBeenCalled()
    state.isDown = false
    await vi.advanceTimersByTimeAsync(30_000)
    expect(onReached).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(100_000)
    window.dispatchEvent(new Event('online'))
    expect(state.asked).toBe(7)
  })

  it('asks at once when the browser is back online, and only once at a time', async () => {
    const { state, probe, onReached } = backend()
    untilReachable(outage, probe, onReached)
    state.isDown = false
    window.dispatchEvent(new Event('online'))
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(0)
    expect(state.asked).toBe(1)
    expect(onReached).toHaveBeenCalledOnce()
  })

  it('asks nothing in a hidden tab', async () => {
    const { state, probe, onReached } = backend()
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    untilReachable(outage, probe, onReached)
    await vi.advanceTimersByTimeAsync(100_000)
    expect(state.asked).toBe(0)
    visibility.mockReturnValue('visible')
    state.isDown = false
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(0)
    expect(onReached).toHaveBeenCalledOnce()
  })

  it('aborts its call and reports nothing once it is stopped', async () => {
    const onReached = vi.fn()
    let reach = () => {}
    let given: AbortSignal | undefined
    const stop = untilReachable(
      outage,
      (signal) => {
        given = signal
        return new Promise<void>((resolve) => {
          reach = resolve
        })
      },
      onReached,
    )
    await vi.advanceTimersByTimeAsync(2_000)
    stop()
    reach()
    await vi.advanceTimersByTimeAsync(100_000)
    expect(given?.aborted).toBe(true)
    expect(onReached).not.toHaveBeenCalled()
  })
})

it('asks for an ended session only when the user comes back', async () => {
  const { state, probe, onReached } = backend()
  untilReachable(new ConnectError('session_expired'), probe, onReached)
  await vi.advanceTimersByTimeAsync(100_000)
  expect(state.asked).toBe(0)
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(100_000)
  expect(state.asked).toBe(1)
  state.isDown = false
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(0)
  expect(onReached).toHaveBeenCalledOnce()
})
