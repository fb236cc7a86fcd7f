import type { CaptchaAdapter } from './adapter.ts'
import { scriptUrl as trusted } from './script-url.ts'

export interface ArkoseOptions {
  /** The vendor's script for a public key. Default: `https://client-api.arkoselabs.com/v2/{publicKey}/api.js`. */
  readonly scriptUrl?: (publicKey: string) => string
  /** Milliseconds before a script that does not come is given up. Default: 20 000. */
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

/** What the vendor's script hands to its callback (Arkose Labs, "Client API"), as far as it is used here. */
interface Enforcement {
  setConfig(config: ArkoseConfig): void
  run(): void
}

const vendorScript = (publicKey: string) =>
  `https://client-api.arkoselabs.com/v2/${encodeURIComponent(publicKey)}/api.js`

let mounts = 0

/**
 * Arkose Labs' FunCaptcha, which LinkedIn poses: the checkpoint's `publicKey` chooses the vendor's script, its `data` is the
 * blob that ties the token to this sign-in. The script is a third party's and runs in your page, with your CSP nonce. In a page
 * that enforces Trusted Types, allow the policy `connect-account`.
 */
export function arkoseCaptcha({
  scriptUrl = vendorScript,
  timeout = 20_000,
}: ArkoseOptions = {}): CaptchaAdapter {
  return {
    name: 'arkose',
    mount(container, { publicKey, data }, { onToken, onError, nonce }) {
      if (!publicKey) {
        onError(new Error('The captcha has no public key.'))
        return () => {}
      }
      // The script finds its place by selector, and its callback as a global: both are this mount's own.
      const name = `connectAccountArkose${++mounts}`
      const place = document.createElement('div')
      place.id = name
      const script = document.createElement('script')
      try {
        script.src = trusted(scriptUrl(publicKey))
      } catch (error) {
        onError(error instanceof Error ? error : new Error(String(error)))
        return () => {}
      }
      script.async = true
      if (nonce) script.nonce = nonce
      script.dataset.callback = name

      let isMounted = true
      const fail = (reason: string) => {
        clearTimeout(patience)
        if (isMounted) onError(new Error(reason))
      }
      const patience = setTimeout(() => fail('The vendor’s script did not come in time.'), timeout)

      Reflect.set(window, name, (enforcement: Enforcement) => {
        clearTimeout(patience)
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
        clearTimeout(patience)
        Reflect.deleteProperty(window, name)
        script.remove()
        place.remove()
      }
    },
  }
}
