import { directionOf, type Language } from '@connect-account/core/internal'
import { html, raw } from 'hono/html'
import { hashOf } from '../http/content-hash.ts'
import type { HostProduct } from '../http/host-product.ts'
import { pageMark, type Tone } from './page-mark.ts'
import { pageStyle } from './page-style.ts'
import type { PlainWords } from './words/plain-words.ts'
import { plainWords } from './words/words.ts'

/** Who a page is for. */
export interface PageReader {
  readonly product: HostProduct
  readonly language: Language
}

interface PlainPage {
  readonly heading: string
  readonly text: string | ReturnType<typeof html>
  /** A second paragraph. */
  readonly more?: string
  readonly status: number
  readonly tone: Tone
  /** The catalogue's id. */
  readonly provider?: string | undefined
  /** What the user should do. */
  readonly link?: { readonly href: string; readonly text: string } | undefined
  /** Whether the user may need help. */
  readonly needsSupport?: boolean
  /** Our script, and the JSON that it reads from the document's `data-message`. `calls`: it calls this handler. */
  readonly script?: { readonly text: string; readonly message: object; readonly calls?: boolean }
  /** Where the page goes by itself after two seconds. */
  readonly refreshTo?: string
}

/** The words of the reader's language. */
export const wordsFor = ({ language }: PageReader): PlainWords => plainWords[language]

/**
 * A page with a short text, which looks like an end of the kit. It runs and loads nothing but what its policy
 * names by hash, and the host's logo.
 */
export async function plainPage(page: PlainPage, reader: PageReader): Promise<Response> {
  const { heading, text, more, status, tone, provider, link, needsSupport, script, refreshTo } = page
  const { product, language } = reader
  const { support } = product
  const help = support && { href: support.url, text: support.label ?? wordsFor(reader).support }
  const actions = [link, needsSupport ? help : undefined].filter((action) => action !== undefined)
  const logo = product.brand?.logo
  const style = pageStyle(product.appearance)
  const body = await html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"${
    script ? html` data-message="${JSON.stringify(script.message)}"` : ''
  }>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refreshTo ? html`<meta http-equiv="refresh" content="2; url=${refreshTo}">` : ''}
${product.icon ? html`<link rel="icon" href="${product.icon}">` : ''}
<title>${product.name ? `${heading} · ${product.name}` : heading}</title>
<style>${raw(style)}</style>
</head>
<body>
<header class="product">${logo ? html`<img class="logo" src="${logo}" alt="">` : ''}${
    product.name ? html`<span>${product.name}</span>` : ''
  }</header>
<main>
${pageMark(tone, provider)}
<h1>${heading}</h1>
<p>${text}</p>
${more ? html`<p>${more}</p>` : ''}
${script?.calls ? html`<p role="status"></p>` : ''}
${actions.length > 0 ? html`<div class="actions">${actions.map(anchor)}</div>` : ''}
</main>
${script ? html`<script>${raw(script.text)}</script>` : ''}
</body>
</html>
`
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(product.icon || logo ? ["img-src 'self' https:"] : []),
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

const anchor = ({ href, text }: { readonly href: string; readonly text: string }) =>
  html`<a href="${href}">${text}</a>`
