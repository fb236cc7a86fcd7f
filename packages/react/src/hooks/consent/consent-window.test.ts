import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openConsentWindow } from './consent-window.ts'

const intent = sampleIntent({ type: 'consent', id: 'c', url: 'https://example.com/consent' })

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function open() {
  const popup = { opener: window, location: { replace: vi.fn() }, focus: vi.fn(), close: vi.fn() }
  vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
  const onIntent = vi.fn()
  const close = openConsentWindow({
    url: 'https://example.com/consent',
    intentId: 'intent-1',
    transport: scriptedTransport({ intent }),
    onIntent,
  })
  const others = new BroadcastChannel('connect-account')
  return { popup, onIntent, close: () => close?.(), say: (data: unknown) => others.postMessage(data) }
}

describe('openConsentWindow', () => {
  it('opens the consent page in a window without access to its opener', () => {
    const { popup, close } = open()
    expect(popup.location.replace).toHaveBeenCalledExactlyOnceWith('https://example.com/consent')
    expect(popup.opener).toBeNull()
    close()
    expect(popup.close).toHaveBeenCalledOnce()
  })

  it('fetches the intent at once when the return page names it, and ignores other messages', async () => {
    const { onIntent, close, say } = open()
    say('noise')
    say({ intentId: 'another' })
    say({ intentId: 'intent-1', outcome: 'linked' })
    await expect.poll(() => onIntent).toHaveBeenCalled()
    expect(onIntent).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ step: intent.step }))
    close()
  })

  it('works if a channel is refused: the watch reports the result', () => {
    const popup = { opener: window, location: { replace: vi.fn() }, focus: vi.fn(), close: vi.fn() }
    vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
    vi.stubGlobal('BroadcastChannel', undefined)
    const close = openConsentWindow({
      url: 'https://example.com/consent',
      intentId: 'intent-1',
      transport: scriptedTransport({ intent }),
      onIntent: vi.fn(),
    })
    close?.()
    expect(popup.close).toHaveBeenCalledOnce()
  })

  it('returns nothing when the browser blocks the window', () => {
    vi.spyOn(window, 'open').mockReturnValue(null)
    const transport = scriptedTransport({ intent })
    expect(
      openConsentWindow({ url: 'https://example.com', intentId: 'intent-1', transport, onIntent: vi.fn() }),
    ).toBeUndefined()
  })
})
