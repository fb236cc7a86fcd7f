import { hashOf } from '../http/content-hash.ts'

/** What Arkose's script needs: it loads more of itself, and shows a frame. */
const ARKOSE = 'https://*.arkoselabs.com'

/**
 * Shows the captcha that the page around the frame asks for, once, and reports to that page alone. Arkose's script has
 * an origin of its own here ("Client API", `data-callback`).
 */
const script = `
let isStarted = false
addEventListener('message', ({ source, origin, data }) => {
  if (isStarted || source !== parent || typeof data?.nonce !== 'string' || typeof data.publicKey !== 'string') return
  isStarted = true
  const { nonce, publicKey, blob } = data
  const report = (message) => parent.postMessage({ ...message, nonce }, origin)
  const fail = (reason) => report({ type: 'failed', reason })
  window.showArkose = (enforcement) =>
    enforcement.setConfig({
      selector: '#captcha',
      mode: 'inline',
      ...(typeof blob === 'string' && { data: { blob } }),
      onReady() {
        report({ type: 'ready' })
        enforcement.run()
      },
      onCompleted: ({ token }) => report({ type: 'solved', token }),
      onFailed: () => fail('The challenge was failed too often.'),
      onError: ({ error }) => fail('The vendor reports: ' + JSON.stringify(error)),
    })
  new ResizeObserver(([{ contentRect }]) => report({ type: 'resized', height: contentRect.height })).observe(
    document.getElementById('captcha'),
  )
  const script = document.createElement('script')
  script.src = 'https://client-api.arkoselabs.com/v2/' + encodeURIComponent(publicKey) + '/api.js'
  script.async = true
  script.dataset.callback = 'showArkose'
  script.onerror = () => fail('The vendor\u2019s script could not be loaded.')
  document.head.append(script)
})
`

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Captcha</title>
<style>body { margin: 0 }</style>
</head>
<body>
<div id="captcha"></div>
<script>${script}</script>
</body>
</html>
`

/**
 * The page that Arkose's script runs in. The sandbox gives it an origin that no page shares: no cookies, no storage, and
 * no way into the page around it, its address or its fields. It cannot move that page elsewhere either.
 *
 * @param ancestors The origins, besides the handler's own, whose pages may show it.
 */
export function captchaFrame(ancestors: readonly string[]): Response {
  const policy = [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src '${hashOf(script)}' ${ARKOSE}`,
    "style-src 'unsafe-inline'",
    `connect-src ${ARKOSE}`,
    `frame-src ${ARKOSE}`,
    `img-src data: ${ARKOSE}`,
    `font-src data: ${ARKOSE}`,
    `media-src data: ${ARKOSE}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...ancestors].join(' ')}`,
  ]
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}
