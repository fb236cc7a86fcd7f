import { afterEach, describe, expect, it, vi } from 'vitest'
import { type ArkoseOptions, arkoseCaptcha } from './arkose.ts'

afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

function mount(options: ArkoseOptions = {}, publicKey: string | null = 'pk') {
  const onToken = vi.fn<(token: string) => void>()
  const onError = vi.fn<(error: Error) => void>()
  const unmount = arkoseCaptcha(options).mount(
    document.body,
    { publicKey, data: 'the-blob' },
    { onToken, onError },
  )
  const frame = document.body.querySelector('iframe')
  return { onToken, onError, unmount, frame }
}

/** The frame's page loads, and gets what to show. */
function load(frame: HTMLIFrameElement | null) {
  const post = vi.fn()
  if (frame?.contentWindow) Object.assign(frame.contentWindow, { postMessage: post })
  frame?.dispatchEvent(new Event('load'))
  const sent: { nonce: string } = post.mock.calls[0]?.[0]
  const report = (message: object, source: MessageEventSource | null = frame?.contentWindow ?? null) =>
    window.dispatchEvent(new MessageEvent('message', { data: { nonce: sent.nonce, ...message }, source }))
  return { sent, post, report }
}

describe('arkoseCaptcha', () => {
  it('shows a frame of the handler that has no origin, and sends it the challenge once', () => {
    const { frame } = mount({ baseUrl: 'https://api.example.com/connect' })
    expect(frame).toHaveAttribute('sandbox', 'allow-scripts')
    expect(frame).toHaveAttribute('src', 'https://api.example.com/connect/captcha/arkose')
    expect(frame).toHaveAttribute('referrerpolicy', 'no-referrer')
    expect(frame).toHaveAccessibleName('Captcha')
    const { sent } = load(frame)
    expect(sent).toEqual({ nonce: expect.stringMatching(/^[\d-]{20,}$/), publicKey: 'pk', blob: 'the-blob' })
    expect(mount().frame).toBeInstanceOf(HTMLIFrameElement)
  })

  it('passes the token on, and gives the frame the height of the puzzle', () => {
    const { frame, onToken } = mount()
    const { report } = load(frame)
    report({ type: 'ready' })
    report({ type: 'resized', height: 290 })
    expect(frame?.style.blockSize).toBe('290px')
    for (const [height, shown] of [
      [1e9, '1000px'],
      [-5, '0px'],
      [Number.NaN, '0px'],
    ] as const) {
      report({ type: 'resized', height })
      expect(frame?.style.blockSize).toBe(shown)
    }
    report({ type: 'solved', token: 'solved' })
    expect(onToken).toHaveBeenCalledExactlyOnceWith('solved')
  })

  it('believes no other window, no other nonce and no other message', () => {
    const { frame, onToken, onError } = mount()
    const { report, sent } = load(frame)
    const solved = { type: 'solved', token: 'forged' }
    report(solved, window)
    report(solved, null)
    report({ ...solved, nonce: 'guessed' })
    for (const wrong of [
      { type: 'solved' },
      { type: 'solved', token: 7 },
      { type: 'failed' },
      { type: 'x' },
    ]) {
      report(wrong)
    }
    for (const data of [null, undefined, 'text', sent.nonce, 3]) {
      window.dispatchEvent(new MessageEvent('message', { data, source: frame?.contentWindow ?? null }))
    }
    expect(onToken).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })

  it('reports what the vendor reports, a frame that shows nothing, and one that goes elsewhere', () => {
    const refused = mount()
    load(refused.frame).report({ type: 'failed', reason: 'DENIED'.repeat(1000) })
    expect(refused.onError.mock.calls[0]?.[0].message).toMatch(/^(DENIED)+/)
    expect(refused.onError.mock.calls[0]?.[0].message.length).toBe(500)
    refused.unmount()

    const left = mount()
    load(left.frame)
    left.frame?.dispatchEvent(new Event('load'))
    expect(left.onError.mock.calls[0]?.[0].message).toContain('has left its page')
    left.unmount()

    vi.useFakeTimers()
    const late = mount({ timeout: 100 })
    vi.advanceTimersByTime(100)
    expect(late.onError.mock.calls[0]?.[0].message).toContain('"baseUrl"')
  })

  it('reports a challenge without a public key', () => {
    const { onError, frame } = mount({}, null)
    expect(onError).toHaveBeenCalledOnce()
    expect(frame).toBeNull()
  })

  it('cleans up and reports nothing after it was removed', () => {
    vi.useFakeTimers()
    const { frame, unmount, onToken, onError } = mount({ timeout: 100 })
    const { report } = load(frame)
    const source = frame?.contentWindow ?? null
    unmount()
    report({ type: 'solved', token: 'late' }, source)
    vi.advanceTimersByTime(200)
    expect(onToken).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
    expect(document.body).toBeEmptyDOMElement()
  })
})
