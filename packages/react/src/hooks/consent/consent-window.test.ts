import { ConnectError } from '@connect-account/core'
import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openConsentWindow } from './consent-window.ts'

const intent = sampleIntent({ type: 'consent', id: 'c', url: 'https://example.com/consent' })

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const loading = { type: 'loading', id: 'l' } as const

function open(reply: (token: string) => ConnectError | typeof loading = () => loading) {
  const popup = { opener: window, location: { replace: vi.fn() }, focus: vi.fn(), close: vi.fn() }
  vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
  const onIntent = vi.fn()
  const confirmReturn = vi.fn(reply)
  const transport = scriptedTransport({ intent, confirmReturn })
  const close = openConsentWindow({
    url: 'https://example.com/consent',
    intentId: 'intent-1',
    transport,
    onIntent,
  })
  const others = new BroadcastChannel('connect-account')
  const heard: unknown[] = []
  others.addEventListener('message', ({ data }) => heard.push(data))
  const say = (data: unknown) => others.postMessage(data)
  return { popup, onIntent, close: () => close?.(), say, heard, transport, confirmReturn }
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
    const { onIntent, close, say, heard, transport } = open()
    say('noise')
    say({ intentId: 'another', token: 'token-1' })
    say({ intentId: 'intent-1', outcome: 'linked' })
    await expect.poll(() => onIntent).toHaveBeenCalled()
    expect(onIntent).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ step: intent.step }))
    expect(transport.calls).toEqual(['getIntent'])
    await expect.poll(() => heard).toEqual([{ receivedFor: 'intent-1' }])
    close()
  })

  it('confirms the return with its token, and tells the window that it has it', async () => {
    const { onIntent, close, say, heard, confirmReturn } = open()
    say({ intentId: 'intent-1', token: 'token-1' })
    await expect.poll(() => onIntent).toHaveBeenCalled()
    expect(confirmReturn).toHaveBeenCalledExactlyOnceWith('token-1')
    expect(onIntent).toHaveBeenCalledWith(expect.objectContaining({ step: { type: 'loading', id: 'l' } }))
    await expect.poll(() => heard).toEqual([{ receivedFor: 'intent-1' }])
    close()
  })

  it('sends the token again after an outage, and reads the intent if it does not count any more', async () => {
    const replies = [new ConnectError('network_unreachable'), new ConnectError('return_used')]
    const { onIntent, close, say, transport } = open(() => replies.shift() ?? loading)
    say({ intentId: 'intent-1', token: 'token-1' })
    await expect.poll(() => onIntent, { timeout: 10_000 }).toHaveBeenCalled()
    expect(transport.calls).toEqual(['confirmReturn', 'confirmReturn', 'getIntent'])
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
