import { providerCatalogue } from '@connect-account/core/catalogue'
import type { AccountEvent } from '../callbacks/connect-callbacks.ts'
import type { Links } from '../hosted-links/links.ts'
import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import { createScheduler } from '../scheduler/scheduler.ts'
import { withTimeout } from '../scheduler/with-timeout.ts'
import { type AccountRecord, type AccountStore, publicAccount } from '../store/account-store.ts'
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
  readonly links: Pick<Links, 'create'>
  readonly timings: Pick<Timings, 'noticeRetryMs'>
  readonly logger: Logger
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface Notices {
  /** Looks for work now: a notice was planned. */
  wake(): void
  close(): Promise<void>
}

const MAX_ATTEMPTS = 5
const BATCH = 10
/** How long an e-mail may lie unread before its link is of no use. */
const LINK_MINUTES = 7 * 24 * 60
/** How long one of the host's functions may take, in milliseconds. */
const HOST_TIMEOUT_MS = 10_000
/** A claim that lasts longer has lost its holder. */
const CLAIM_MS = SEND_TIMEOUT_MS + 3 * HOST_TIMEOUT_MS
/** Notices that other instances plan are found within this time. */
const MAX_SLEEP_MS = 30_000

/**
 * Writes to the owners of accounts that need them. Of all instances one sends a notice; when it dies after the server took the
 * message and before that was written down, the message goes out a second time.
 */
export function createNotices(context: NoticesContext): Notices {
  const { notices, accounts, settings, nodemailer, timings, logger, now } = context
  const post = createMailer(nodemailer, settings.smtpUrl, settings.from)

  const scheduler = createScheduler(async () => {
    try {
      const due = await notices.claimDue(new Date(now()), new Date(now() + CLAIM_MS), BATCH)
      await Promise.all(due.map(deliver))
      const next = await notices.nextDue()
      return Math.min((next?.getTime() ?? Number.POSITIVE_INFINITY) - now(), MAX_SLEEP_MS)
    } catch (error) {
      logger.error({ err: errorForLog(error) }, 'Could not look for notices to send')
      return MAX_SLEEP_MS
    }
  })

  async function deliver(notice: ClaimedNotice): Promise<void> {
    try {
      const account = await accounts.findById(notice.account)
      if (account?.status !== 'disconnected') {
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
      const told = { notice: notice.id, attempts, err: errorForLog(error) }
      if (error instanceof Refusal || attempts >= MAX_ATTEMPTS) {
        logger.error(told, 'A notice was given up')
        return notices.settle(notice, new Date(now()), failure)
      }
      logger.warn(told, 'A notice could not be sent; will try again')
      const pause = timings.noticeRetryMs * 2 ** (attempts - 1)
      await notices.postpone(notice, new Date(now() + pause), failure)
    }
  }

  /** @returns whether there is somebody to write to. */
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
    const url = await reconnectUrl(event)
    const provider = providerCatalogue.find(({ id }) => id === account.provider)?.name ?? account.provider
    const mail = (settings.write ?? renderNotice)({
      productName: settings.productName,
      provider,
      ...(account.name ? { accountName: account.name } : {}),
      ...(account.statusReason ? { reason: account.statusReason } : {}),
      url,
    })
    await withTimeout(post.send(to, mail), SEND_TIMEOUT_MS, () => new Error('The mail server took too long.'))
    return true
  }

  async function reconnectUrl(event: AccountEvent): Promise<string> {
    if (settings.linkTo) {
      return withTimeout(settings.linkTo(event), HOST_TIMEOUT_MS, () => new Error('linkTo took too long.'))
    }
    const link = await context.links.create({
      userId: event.userId,
      accountId: event.account.id,
      expiresInMinutes: LINK_MINUTES,
    })
    return link.url
  }

  return {
    wake: scheduler.wake,
    async close() {
      await scheduler.close()
      post.close()
    },
  }
}
