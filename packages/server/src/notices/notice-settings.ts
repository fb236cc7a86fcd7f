import type { HostAccount } from '../callbacks/host-account.ts'
import { invalidSetting } from '../invalid-setting.ts'
import type { Notice, NoticeMail } from './notice-mail.ts'

/** Emails to owners whose account needs them to sign in again: at most one per account per day. */
export interface NoticeSettings {
  /**
   * The mail server: `smtps://user:password@smtp.example.com`, or `smtp://` for one that upgrades the line
   * (STARTTLS), which it has to unless it is on this machine or the URL ends in `?requireTLS=false`. It holds
   * a password: it is never logged.
   */
  readonly smtpUrl: string
  /** The sender, e.g. `Example <no-reply@example.com>`. */
  readonly from: string
  /** What the host's product is called. */
  readonly productName: string
  /** The product's logo: an https address of a PNG, JPEG or GIF, because mail programs show no SVG. Default: none. */
  readonly logo?: string
  /** The color of the email's button, as `#rgb` or `#rrggbb`. Default: the accent of `links.appearance`, or a blue. */
  readonly accent?: string
  /** The user's email address; `undefined` for a user who gets no emails. */
  readonly emailOf: (userId: string) => Promise<string | undefined>
  /** Where the owner reconnects the account, e.g. a page of the host's. Default: a one-time link. */
  readonly linkTo?: (account: HostAccount) => string | Promise<string>
  /**
   * The user's language, as a BCP 47 tag such as `fr` or `pt-BR`, for the email and the one-time link.
   * Default: English.
   */
  readonly localeOf?: (userId: string) => string | undefined | Promise<string | undefined>
  /** Renders the email in your own words. Default: `renderNotice`. */
  readonly write?: (notice: Notice) => NoticeMail
}

/** `canLink`: whether the host serves one-time links. @throws ConnectError `invalid_setting`. */
export function checkNotices(settings: NoticeSettings, canLink: boolean): NoticeSettings {
  const url = URL.canParse(settings.smtpUrl) ? new URL(settings.smtpUrl) : undefined
  if ((url?.protocol !== 'smtp:' && url?.protocol !== 'smtps:') || !url.hostname) {
    throw invalidSetting(
      'notices.smtpUrl: not an smtp:// or smtps:// URL. Set it like smtps://user@smtp.example.com (SMTP_URL).',
    )
  }
  if (!/[^\s@]@[^\s@]/.test(settings.from)) {
    throw invalidSetting('notices.from: not an address. Set it like Example <no-reply@example.com>.')
  }
  if (!settings.productName)
    throw invalidSetting('notices.productName: missing. Set what your product is called.')
  const { logo, accent } = settings
  if (logo !== undefined && !(URL.canParse(logo) && new URL(logo).protocol === 'https:')) {
    throw invalidSetting(
      'notices.logo: not an https address. Set it like https://www.example.com/logo.png, or leave it out.',
    )
  }
  if (accent !== undefined && !/^#([\da-f]{3}|[\da-f]{6})$/i.test(accent)) {
    throw invalidSetting('notices.accent: not a color like #0a7c66. Set one, or leave it out.')
  }
  if (!settings.linkTo && !canLink) {
    throw invalidSetting(
      'notices.linkTo: missing. Set it, or set links and publicUrl, so that one-time links can be made.',
    )
  }
  return settings
}
