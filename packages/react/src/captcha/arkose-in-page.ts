import type { CaptchaAdapter } from './adapter.ts'
import { scriptUrl as trustedUrl } from './script-url.ts'

export interface ArkoseInPageOptions {
  /**
   * Returns the address of the vendor's script.
   * @default `https://client-api.arkoselabs.com/v2/{publicKey}/api.js`
   */
  readonly scriptUrl?: (publicKey: string) => string
  /**
   * Milliseconds to wait for the script.
   * @default 20_000
   */
  readonly timeout?: number
}

interface ArkoseConfig {
  readonly selector: string
  readonly mode: 'inline'
  readonly data?: { readonly blob: string }
  onReady(): void
  onCompleted(response: { readonly token: string }): void
  onFailed(): void
  onError(response: { readonly error?: unknown }): void
}

/** The part of the vendor's object that is used here (Arkose Labs, "Client API"). */
interface Enforcement {
  setConfig(config: ArkoseConfig): void
  run(): void
}

const vendorScript = (publicKey: string) =>
  `https://client-api.arkoselabs.com/v2/${encodeURIComponent(publicKey)}/api.js`

let mounts = 0

/**
 * The same captcha as `arkoseCaptcha`, with the vendor's script in your page, where it can read everything that your
 * page can. Use it only if your backend cannot serve the frame, or the vendor refuses to run in it.
 *
 * The script gets your CSP nonce. If the page enforces Trusted Types, allow the policy `connect-account`.
 */
export function arkoseInPage({
  scriptUrl = vendorScript,
  timeout = 20_000,
}: ArkoseInPageOptions = {}): CaptchaAdapter {
  return {
    name: 'arkose',
    mount(container, { publicKey, data }, { onToken, onError, nonce }) {
      if (!publicKey) {
        onError(new Error('The captcha has no public key.'))
        return () => {}
      }
      // The script takes a selector and the name of a global callback. Both are unique to this mount.
      const name = `connectAccountArkose${++mounts}`
      const place = document.createElement('div')
      place.id = name
      const script = document.createElement('script')
      try {
        script.src = trustedUrl(scriptUrl(publicKey))
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)))
        return () => {}
      }
      script.async = true
      if (nonce) script.nonce = nonce
      script.dataset.callback = name

      let isMounted = true
      const fail = (reason: string) => {
        clearTimeout(timer)
        if (isMounted) onError(new Error(reason))
      }
      const timer = setTimeout(() => fail('The vendor’s script did not load in time.'), timeout)

      Reflect.set(window, name, (enforcement: Enforcement) => {
        clearTimeout(timer)
        if (!isMounted) return
        enforcement.setConfig({
          selector: `#${name}`,
          mode: 'inline',
          ...(data !== null && { data: { blob: data } }),
          onReady: () => enforcement.run(),
          onCompleted: ({ token }) => {
            if (isMounted) onToken(token)
          },
          onFailed: () => fail('The challenge was failed too often.'),
          onError: ({ error }) => fail(`The vendor reports: ${JSON.stringify(error)}`),
        })
      })
      script.addEventListener('error', () => fail('The vendor’s script could not be loaded.'))
      container.append(place)
      document.head.append(script)

      return () => {
        isMounted = false
        clearTimeout(timer)
        Reflect.deleteProperty(window, name)
        script.remove()
        place.remove()
      }
    },
  }
}
