import { type ErrorCode, errorCatalogue } from '@connect-account/core/errors'
import { isLinkRefusal, type LinkHost } from '@connect-account/core/protocol'
import { html } from 'hono/html'
import type { HostProduct } from '../http/host-product.ts'
import { type PageReader, plainPage, wordsFor } from '../plain-pages/plain-page.ts'
import type { HostedPage } from './handler-context.ts'

/** A year, in seconds. An asset's name changes with its content. */
const ASSET_SECONDS = 31_536_000

/**
 * The hosted page, which runs its own files only. Its address holds the link's token: no referrer may carry it, and no
 * search engine may list it.
 */
export async function hostedPageResponse(
  { files, settings }: HostedPage,
  product: HostProduct,
): Promise<Response> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    // A link may have its own logo.
    "img-src 'self' data: https:",
    "font-src 'self'",
    // A captcha's script runs in a sandboxed frame, never beside the link's token or a password.
    "frame-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${settings.frameAncestors.join(' ') || "'none'"}`,
  ]
  const described = files.html.replace('</head>', `${await describeHost(product)}</head>`)
  return new Response(described, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}

/** For a link that does not open: the page knows its host without it. */
async function describeHost({ brand, appearance, support }: HostProduct): Promise<string> {
  const host: LinkHost = {
    ...(brand && { brand }),
    ...(appearance && { appearance }),
    ...(support && { support }),
  }
  return String(await html`<meta name="connect-host" content="${JSON.stringify(host)}">`)
}

/** A file of the hosted page; `undefined` for an unknown name. */
export function assetResponse({ files }: HostedPage, name: string): Response | undefined {
  const file = files.assets.get(name)
  return (
    file &&
    new Response(file.body, {
      headers: {
        'content-type': file.type,
        'cache-control': `public, max-age=${ASSET_SECONDS}, immutable`,
        'cross-origin-resource-policy': 'same-origin',
      },
    })
  )
}

/** The page of a link that does not open; `undefined` for an error that is not about a link. */
export function refusedLinkPage(code: ErrorCode, reader: PageReader): Promise<Response> | undefined {
  if (!isLinkRefusal(code)) return undefined
  const refusal = wordsFor(reader).refusals[code]
  const { status } = errorCatalogue[code]
  return plainPage({ ...refusal, status, tone: 'warning', needsSupport: true }, reader)
}
