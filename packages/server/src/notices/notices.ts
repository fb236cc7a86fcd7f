import { accountWord } from '@connect-account/core/catalogue'
import { findLanguage } from '@connect-account/core/internal'
import type { HostAccount } from '../callbacks/host-account.ts'
import type { CreatedLink } from '../hosted-links/create-link.ts'
import type { CreateLinkInput } from '../hosted-links/link-input.ts'
import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import { withTimeout } from '../scheduler/with-timeout.ts'
import { createWorker } from '../scheduler/worker.ts'
import { type AccountRecord, type AccountStore, publicAccount } from '../store/account-store.ts'
import { needsOwner } from '../store/needs-owner.ts'
import type { ClaimedNotice, NoticeStore } from '../store/notice-store.ts'
import type { Timings } from '../timings.ts'
import { createMailer, type Nodemailer, Refusal, SEND_TIMEOUT_MS } from './mailer.ts'
import { renderNotice } from './notice-mail.ts'
import type { NoticeSettings } from './notice-settings.ts'

export interface NoticesContext {
  readonly notices: NoticeStore
  readonly accounts: AccountStore
  readonly settings: NoticeSettings
  readonly nodemailer: Nodemailer
  readonly createLink: (input: CreateLinkInput) => Promise<CreatedLink>
  readonly timings: Pick<Timings, 'noticeRetryMs'>
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface Notices {
  /** Looks for due notices now. */
  wake(): void
  close(): Promise<void>
}

const MAX_ATTEMPTS = 5
/** How many emails one instance sends at a time. */
const CONCURRENCY = 10
/** How long the link of an email works, in minutes. */
const LINK_MINUTES = 7 * 24 * 60
/** How long one of the host's functions may take, in milliseconds. */
const HOST_TIMEOUT_MS = 10_000
/** The holder of a longer claim is dead. */
const CLAIM_MS = SEND_TIMEOUT_MS + 4 * HOST_TIMEOUT_MS
/** Notices that other instances plan are found within this time. */
const MAX_SLEEP_MS = 30_000

/**
 * Emails the owners of accounts that need them. One instance sends a notice; if it dies between the mail
 * server's reply and the update of the row, the email is sent a second time.
 */
export function createNotices(context: NoticesContext): Notices {
  const { notices, accounts, settings, nodemailer, timings, logger, now } = context
  const mailer = createMailer(nodemailer, settings.smtpUrl, settings.from)

  const worker = createWorker(context, {
    what: 'notices',
    concurrency: CONCURRENCY,
    maxSleepMs: MAX_SLEEP_MS,
    claim: (limit) => notices.claimDue(new Date(now()), new Date(now() + CLAIM_MS), limit),
    run: deliver,
    nextDue: () => notices.nextDue(),
    describe: ({ id }) => ({ notice: id }),
  })

  async function deliver(notice: ClaimedNotice): Promise<void> {
    try {
      const account = await accounts.findById(notice.account)
      if (!account || !needsOwner(account.status)) {
        // It may have broken again meanwhile.
        if (!(await notices.dropRecovered(notice))) await deliver(notice)
        return
      }
      if (!(await notices.moveTo(notice, new Date(now())))) return await notices.drop(notice)
      const written = await writeTo(account)
      await notices.settle(notice, new Date(now()), written ? null : 'no_address')
    } catch (error) {
      const { attempts } = notice
      const failure = error instanceof Refusal ? 'refused' : 'not_sent'
      const members = { notice: notice.id, attempts, err: errorForLog(error) }
      if (error instanceof Refusal || attempts >= MAX_ATTEMPTS) {
        logger.error(members, 'A notice was given up')
        return notices.settle(notice, new Date(now()), failure)
      }
      logger.warn(members, 'A notice could not be sent; will try again')
      const pause = timings.noticeRetryMs * 2 ** (attempts - 1)
      await notices.postpone(notice, new Date(now() + pause), failure)
    }
  }

  /** @returns whether the owner has an email address. */
  async function writeTo(record: AccountRecord): Promise<boolean> {
    const account = publicAccount(record)
    const { userId } = record
    const to = await withTimeout(
      settings.emailOf(userId),
      HOST_TIMEOUT_MS,
      () => new Error('emailOf took too long.'),
    )
    if (!to) return false
    const event = { userId, account, unipileAccountId: record.accountId }
    const wanted = await withTimeout(
      Promise.resolve(settings.localeOf?.(userId)),
      HOST_TIMEOUT_MS,
      () => new Error('localeOf took too long.'),
    )
    const locale = wanted === undefined ? undefined : findLanguage(wanted)
    const url = await reconnectUrl(event, locale)
    const mail = (settings.write ?? renderNotice)({
      productName: settings.productName,
      provider: accountWord(account.provider),
      ...(account.name ? { accountName: account.name } : {}),
      ...(account.statusReason ? { reason: account.statusReason } : {}),
      ...(account.status === 'partial' ? { isPartial: true } : {}),
      ...(settings.logo ? { logo: settings.logo } : {}),
      ...(settings.accent ? { accent: settings.accent } : {}),
      url,
      ...(locale === undefined ? {} : { locale }),
    })
    await withTimeout(
      mailer.send(to, mail),
      SEND_TIMEOUT_MS,
      () => new Error('The mail server took too long.'),
    )
    return true
  }

  async function reconnectUrl(event: HostAccount, locale: string | undefined): Promise<string> {
    if (settings.linkTo) {
      return withTimeout(settings.linkTo(event), HOST_TIMEOUT_MS, () => new Error('linkTo took too long.'))
    }
    const link = await context.createLink({
      userId: event.userId,
      accountId: event.account.id,
      expiresInMinutes: LINK_MINUTES,
      ...(locale === undefined ? {} : { locale }),
    })
    return link.url
  }

  return {
    wake: worker.wake,
    async close() {
      await worker.close()
      mailer.close()
    },
  }
}
