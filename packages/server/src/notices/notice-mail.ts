import { directionOf, findLanguage, inkOn, type Language } from '@connect-account/core/internal'
import { html, raw } from 'hono/html'
import { noticeWords } from './notice-words.ts'

/** What an email to an owner is about: an account that needs their attention. */
export interface Notice {
  /** What the host's product is called. */
  readonly productName: string
  /** What its accounts are called before "account": `LinkedIn`, or `email` for a mailbox of no known brand. */
  readonly provider: string
  /** What the user, or the provider, calls the account. */
  readonly accountName?: string
  /**
   * Why it stopped working, in Unipile's words, if it says so. The mail has it only if it is a sentence, and not a
   * code like `CREDENTIALS`.
   */
  readonly reason?: string
  /** Whether only a part of the account stopped working, such as the calendar of a mailbox. @default false */
  readonly isPartial?: boolean
  /**
   * Where the owner reconnects it. It is as secret as the email: anyone who has it can reconnect the account.
   */
  readonly url: string
  /** The host's logo: an image over https, shown at a height of 32 pixels. @default none */
  readonly logo?: string
  /** The color of the button, as `#rrggbb`. The text on it is black or white. @default a blue */
  readonly accent?: string
  /** The owner's language, as a BCP 47 tag. @default English, also for an unknown language. */
  readonly locale?: string
}

export interface NoticeMail {
  readonly subject: string
  /** The `text/plain` part. */
  readonly text: string
  /** The `text/html` part. */
  readonly html: string
}

/**
 * Writes the email. Its HTML is tables and inline styles, which Gmail and Outlook show alike. It loads
 * nothing but the host's logo, if there is one, and it follows the dark mode of mail programs that report it.
 * A mail program that loads no images shows the product's name instead of the logo.
 */
export function renderNotice(notice: Notice): NoticeMail {
  const productName = oneLine(notice.productName)
  const provider = oneLine(notice.provider)
  const accountName = oneLine(notice.accountName ?? '')
  // The reason of a part starts with the part's name in Unipile's words.
  const said = notice.isPartial ? '' : oneLine(notice.reason ?? '')
  const reason = said.includes(' ') ? said : ''
  const language = findLanguage(notice.locale ?? 'en') ?? 'en'
  const texts = noticeWords[language]
  const mentioned = {
    product: productName,
    provider: provider === noticeWords.en.mailbox ? texts.mailbox : provider,
    account: accountName,
  }
  const words = {
    subject: texts.subject(mentioned),
    title: texts.title(mentioned),
    what: notice.isPartial ? texts.whatPartly(mentioned) : texts.what(mentioned),
    why: texts.why(mentioned),
    reason: reason && texts.reason(reason),
    action: texts.action(mentioned),
    instead: texts.instead,
    confidence: texts.confidence,
    footer: texts.footer(mentioned),
    productName,
    language,
  }
  return { subject: words.subject, text: renderText(words, notice.url), html: renderHtml(words, notice) }
}

type Words = Record<
  | 'subject'
  | 'title'
  | 'what'
  | 'why'
  | 'reason'
  | 'action'
  | 'instead'
  | 'confidence'
  | 'footer'
  | 'productName',
  string
> & { readonly language: Language }

function renderText({ title, what, why, reason, action, confidence, footer }: Words, url: string): string {
  const parts = [
    title,
    what,
    why,
    ...(reason ? [reason] : []),
    `${action}:\n${url}`,
    confidence,
    `-- \n${footer}`,
  ]
  return `${parts.join('\n\n')}\n`
}

const font = raw("font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif")
const body = raw(`margin:0 0 16px;${font};font-size:16px;line-height:24px;color:#27272a`)
const small = raw(`margin:0 0 8px;${font};font-size:13px;line-height:20px;color:#52525b`)

/**
 * The styles in the head are for mail programs with a dark mode; the others drop them and keep the inline
 * styles.
 */
const darkMode = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#18181b!important}
.card{background-color:#27272a!important;border-color:#3f3f46!important}
.strong{color:#fafafa!important}
.words{color:#e4e4e7!important}
.quiet{color:#a1a1aa!important}
.link{color:#93c5fd!important}
}
@media (max-width:600px){.card-cell{padding:24px!important}}`

/** The blue of links. */
const BLUE = '#1d4ed8'

function renderHtml(words: Words, { url, logo, accent = BLUE }: Notice): string {
  const { subject, title, what, why, reason, action, instead, confidence, footer } = words
  const { productName, language } = words
  // The template is a promise only if one of its values is.
  return String(html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${subject}</title>
<style>${raw(darkMode)}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f4f4f5;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden">${what}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f4f4f5">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background-color:#ffffff;border:1px solid #e4e4e7;border-radius:12px">
<tr><td class="card-cell" style="padding:40px">
${
  logo
    ? html`<p class="strong" style="margin:0 0 24px;${font};font-size:15px;line-height:32px;font-weight:600;color:#18181b"><img src="${logo}" alt="${productName}" height="32" style="display:block;height:32px;width:auto;max-width:180px;border:0"></p>`
    : ''
}
<h1 class="strong" style="margin:0 0 16px;${font};font-size:22px;line-height:30px;font-weight:600;color:#18181b">${title}</h1>
<p class="words" style="${body}">${what}</p>
<p class="words" style="${body}">${why}</p>
${reason ? html`<p class="words" style="${body}">${reason}</p>` : ''}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px">
<tr><td align="center" bgcolor="${accent}" style="border-radius:8px;background-color:${accent}">
<a href="${url}" style="display:inline-block;padding:12px 24px;border:1px solid ${edgeOf(accent)};border-radius:8px;${font};font-size:16px;line-height:24px;font-weight:600;color:${inkOn(accent)};text-decoration:none">${action}</a>
</td></tr>
</table>
<p class="quiet" style="${small}">${instead}</p>
<p class="quiet" style="${small};word-break:break-all"><a class="link" href="${url}" style="color:${BLUE}">${url}</a></p>
<p class="quiet" style="${small};margin:0">${confidence}</p>
</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td style="padding:16px 24px">
<p class="quiet" style="${small};margin:0;font-size:12px;line-height:18px">${footer}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`)
}

/** An accent like the card's white needs an edge. */
const edgeOf = (accent: string) => (/^#(fff|f[0-9a-f]f[0-9a-f]f[0-9a-f])$/i.test(accent) ? '#71717a' : accent)

/** A line break in a name would end a header line, or a sentence. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
