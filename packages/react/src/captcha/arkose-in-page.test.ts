import { afterEach, describe, expect, it, vi } from 'vitest'
import { arkoseInPage } from './arkose-in-page.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.head.replaceChildren()
  document.body.replaceChildren()
})

function mount(options: Parameters<typeof arkoseInPage>[0] = {}, publicKey: string | null = 'pk') {
  const onToken = vi.fn<(token: string) => void>()
  const onError = vi.fn<(error: Error) => void>()
  const unmount = arkoseInPage(options).mount(
    document.body,
    { publicKey, data: 'the-blob' },
    { onToken, onError, nonce: 'n0nce' },
  )
  const script = document.head.querySelector('script')
  return { onToken, onError, unmount, script }
}

/** Does what the vendor's script does when it loads: calls the callback that its tag names. */
function load(script: HTMLScriptElement | null) {
  const enforcement = { setConfig: vi.fn(), run: vi.fn() }
  const callback: unknown = Reflect.get(window, script?.dataset.callback ?? '')
  if (typeof callback === 'function') callback(enforcement)
  return { ...enforcement, config: () => enforcement.setConfig.mock.calls[0]?.[0] }
}

describe('arkoseInPage', () => {
  it('loads the script of the public key with the host’s nonce', () => {
    const { script } = mount()
    expect(script?.src).toBe('https://client-api.arkoselabs.com/v2/pk/api.js')
    expect(script?.nonce).toBe('n0nce')
  })

  it('shows the challenge in its container, with the blob, and passes the token on', () => {
    const { script, onToken } = mount()
    const { config, run } = load(script)
    expect(config()).toMatchObject({ mode: 'inline', data: { blob: 'the-blob' } })
    expect(document.body.querySelector(config().selector)).not.toBeNull()
    config().onReady()
    expect(run).toHaveBeenCalledOnce()
    config().onCompleted({ token: 'solved' })
    expect(onToken).toHaveBeenCalledExactlyOnceWith('solved')
  })

  it('reports a script that fails to load, one that never loads, and an error of the vendor', () => {
    const broken = mount()
    broken.script?.dispatchEvent(new Event('error'))
    expect(broken.onError).toHaveBeenCalledOnce()
    broken.unmount()

    vi.useFakeTimers()
    const late = mount({ timeout: 100 })
    vi.advanceTimersByTime(100)
    expect(late.onError).toHaveBeenCalledOnce()
    late.unmount()

    const refused = mount()
    load(refused.script).config().onError({ error: 'DENIED' })
    expect(refused.onError.mock.calls[0]?.[0].message).toContain('DENIED')
  })

  it('says what to allow if the page enforces Trusted Types and forbids its policy', () => {
    vi.stubGlobal('trustedTypes', {
      createPolicy() {
        throw new TypeError('Refused to create a TrustedTypePolicy')
      },
    })
    const { onError, script } = mount()
    expect(script).toBeNull()
    expect(onError.mock.calls[0]?.[0].message).toMatch(/"connect-account".+"trusted-types"/)
  })

  it('creates its policy once in a page that enforces Trusted Types', () => {
    const createPolicy = vi.fn((_name: string, rules: object) => rules)
    vi.stubGlobal('trustedTypes', { createPolicy })
    expect(mount().script?.src).toContain('/v2/pk/api.js')
    document.head.replaceChildren()
    expect(mount().script?.src).toContain('/v2/pk/api.js')
    expect(createPolicy).toHaveBeenCalledExactlyOnceWith('connect-account', expect.anything())
  })

  it('reports a challenge without a public key', () => {
    const { onError, script } = mount({}, null)
    expect(onError).toHaveBeenCalledOnce()
    expect(script).toBeNull()
  })

  it('cleans up and reports nothing after it was removed', () => {
    const { script, unmount, onToken } = mount()
    const { config } = load(script)
    const name = script?.dataset.callback ?? ''
    unmount()
    config().onCompleted({ token: 'late' })
    expect(onToken).not.toHaveBeenCalled()
    expect(Reflect.has(window, name)).toBe(false)
    expect(document.body).toBeEmptyDOMElement()
    expect(document.head.querySelector('script')).toBeNull()
  })
})
