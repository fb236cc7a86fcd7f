import { html, raw } from 'hono/html'
import { hashOf } from './content-hash.ts'
import type { HostProduct } from './host-product.ts'

const style = `
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1rem/1.5 system-ui, sans-serif;
  color: #1f2328; background: #f6f7f9 }
main { max-width: 26rem; margin: 1.5rem; padding: 1.75rem; border-radius: .75rem; background: #fff;
  box-shadow: 0 1px 3px #0003 }
h1 { margin: 0 0 .5rem; font-size: 1.25rem }
p { margin: 0 }
a { display: inline-block; margin: 1rem 1rem 0 0; color: #0a58ca }
.product { display: flex; gap: .5rem; align-items: center; margin: 0 0 1rem; font-size: .875rem; font-weight: 600;
  color: #57606a; overflow-wrap: anywhere }
.logo { height: 1.75rem; max-width: 7rem; object-fit: contain; border-radius: .375rem }
@media (prefers-color-scheme: dark) {
  body { color: #e6e8eb; background: #14161a }
  main { background: #1e2126 }
  a { color: #7ab1ff }
  .product { color: #9ba3ad }
}
`

interface PlainPage {
  readonly heading: string
  readonly text: string
  readonly status: number
  readonly product: HostProduct
  /** Whether the user may need help. */
  readonly needsSupport?: boolean
  /** Default: the heading. */
  readonly title?: string
  readonly link?: { readonly href: string; readonly text: string }
  /** Our script, and the JSON that it reads from the document's `data-message`. `calls`: it calls this handler. */
  readonly script?: { readonly text: string; readonly message: object; readonly calls?: boolean }
  /** Where the page goes by itself after two seconds. */
  readonly refreshTo?: string
}

/**
 * A page with a short text, without the host's design. It runs and loads nothing but what its policy names by
 * hash.
 */
export async function plainPage(page: PlainPage): Promise<Response> {
  const { heading, text, status, product, needsSupport, title = heading, link, script, refreshTo } = page
  const support = needsSupport ? product.support : undefined
  const message = script ? html` data-message="${JSON.stringify(script.message)}"` : ''
  const logo = product.brand?.logo ? html`<img class="logo" src="${product.brand.logo}" alt="">` : ''
  const refresh = refreshTo ? html`<meta http-equiv="refresh" content="2; url=${refreshTo}">` : ''
  const body = await html`<!doctype html>
<html lang="en"${message}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh}
${product.icon ? html`<link rel="icon" href="${product.icon}">` : ''}
<title>${product.name ? `${title} · ${product.name}` : title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
${product.name ? html`<p class="product">${logo}<span>${product.name}</span></p>` : ''}
<h1>${heading}</h1>
<p>${text}</p>
${link ? html`<a href="${link.href}">${link.text}</a>` : ''}
${support ? html`<a href="${support.url}">${support.label ?? 'Contact support'}</a>` : ''}
</main>
${script ? html`<script>${raw(script.text)}</script>` : ''}
</body>
</html>
`
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(product.icon ? ["img-src 'self' https:"] : []),
    ...(script ? [`script-src '${hashOf(script.text)}'`] : []),
    ...(script?.calls ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return new Response(body.toString(), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      // The page's address may hold a secret, such as a consent's state.
      'referrer-policy': 'no-referrer',
    },
  })
}
