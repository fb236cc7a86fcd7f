import type { CaptchaAdapter } from './adapter.ts'

export interface ArkoseOptions {
  /**
   * Where the handler is mounted, as in `<ConnectAccount baseUrl>`. It serves the frame.
   * @default '/connect'
   */
  readonly baseUrl?: string
  /**
   * The frame's name for screen readers.
   * @default The one of the flow's messages.
   */
  readonly title?: string
  /**
   * Milliseconds until the vendor's script must be ready.
   * @default 20_000
   */
  readonly timeout?: number
}

/** What the frame reports. The vendor's script runs there, so nothing of it is believed beyond its type. */
type FrameMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'resized'; readonly height: number }
  | { readonly type: 'solved'; readonly token: string }
  | { readonly type: 'failed'; readonly reason: string }

/** In pixels. The vendor's puzzles are about half as tall. */
const MAX_HEIGHT = 1000
const MAX_REASON = 500

/**
 * Arkose Labs' FunCaptcha, which LinkedIn uses. The checkpoint's `publicKey` selects the vendor's script. Its `data` is
 * the blob that ties the token to this sign-in.
 *
 * The vendor's script runs in a sandboxed frame that your handler serves at `{baseUrl}/captcha/arkose`. It has an
 * origin of its own, without cookies and storage, so it can't read your page, its address or its fields. Your page's
 * CSP only needs `frame-src` for the handler's origin.
 */
export function arkoseCaptcha({
  baseUrl = '/connect',
  title,
  timeout = 20_000,
}: ArkoseOptions = {}): CaptchaAdapter {
  return {
    name: 'arkose',
    mount(container, { publicKey, data }, { onToken, onError, texts }) {
      if (!publicKey) {
        onError(new Error('The captcha has no public key.'))
        return () => {}
      }
      const nonce = crypto.getRandomValues(new Uint32Array(4)).join('-')
      const frame = document.createElement('iframe')
      frame.title = title ?? texts?.title ?? 'Captcha'
      frame.setAttribute('referrerpolicy', 'no-referrer')
      frame.setAttribute('sandbox', 'allow-scripts')
      frame.src = `${baseUrl}/captcha/arkose`
      Object.assign(frame.style, {
        display: 'block',
        inlineSize: '100%',
        border: '0',
        colorScheme: 'inherit',
      })

      const fail = (reason: string) => {
        clearTimeout(timer)
        onError(new Error(reason))
      }
      const timer = setTimeout(
        () =>
          fail(`${frame.src} did not show the captcha in time. Is "baseUrl" where the handler is mounted?`),
        timeout,
      )

      function start() {
        // A sandboxed frame has no origin that could be named, and what is sent is for the vendor anyway.
        frame.contentWindow?.postMessage({ nonce, publicKey, blob: data }, '*')
        frame.addEventListener('load', () => fail('The frame of the captcha has left its page.'))
      }

      function listen({ source, data: sent }: MessageEvent<unknown>) {
        const message = source === frame.contentWindow ? readMessage(sent, nonce) : undefined
        if (!message) return
        switch (message.type) {
          case 'ready':
            return clearTimeout(timer)
          case 'resized':
            frame.style.blockSize = `${Math.min(Math.max(message.height, 0), MAX_HEIGHT)}px`
            return
          case 'solved':
            return onToken(message.token)
          case 'failed':
            return fail(message.reason.slice(0, MAX_REASON))
          default:
            return message satisfies never
        }
      }

      frame.addEventListener('load', start, { once: true })
      window.addEventListener('message', listen)
      container.append(frame)
      return () => {
        clearTimeout(timer)
        window.removeEventListener('message', listen)
        frame.remove()
      }
    },
  }
}

function readMessage(sent: unknown, nonce: string): FrameMessage | undefined {
  const { nonce: given, type, height, token, reason } = membersOf(sent)
  if (given !== nonce) return undefined
  if (type === 'ready') return { type }
  if (type === 'resized' && typeof height === 'number' && Number.isFinite(height)) return { type, height }
  if (type === 'solved' && typeof token === 'string') return { type, token }
  if (type === 'failed' && typeof reason === 'string') return { type, reason }
  return undefined
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
