import { ConnectError, type ErrorCode } from '@connect-account/core/errors'
import { parseEvent } from '../../parse-json.ts'
import { readEach } from '../answer-texts.ts'
import { upstreamPhone } from '../assumptions.ts'
import { readCallback } from '../read-callback.ts'
import { type Answer, createUnipileHttp, parseAnswer, type UnipileSettings } from '../unipile-http.ts'
import type {
  Upstream,
  UpstreamAccount,
  UpstreamCheckpoint,
  UpstreamResult,
  UpstreamStart,
} from '../upstream.ts'
import type { UpstreamCall } from '../upstream-errors.ts'
import { requireSecrets } from '../webhook-secret.ts'
import {
  ANOTHER_WAY_CODE,
  INTENT_SECONDS,
  isConnected,
  qrSeconds,
  SECRET_HEADER,
  unreadAccount,
} from './assumptions.ts'
import { type IntentReference, readReference, writeReference } from './intent-reference.ts'
import { readAccount, readCheckpoint, sourceStatuses } from './read-answer.ts'
import { pairingNumber, startBody } from './start-body.ts'
import { readStatusWebhook, statusWebhookSchema } from './status-webhook.ts'
import { accountAnswer, accountsAnswer, authAnswer, restartAnswer, wizardLinkAnswer } from './v1-answers.ts'
import { endOf, errorOf, mailRefusalOf } from './v1-errors.ts'
import { adapt, catalogueProvider, offers, v1Provider } from './v1-providers.ts'
import { createWebhookEndpoints } from './webhook-endpoints.ts'
import { verifyHeaderSecret } from './webhook-secret.ts'
import { wizardLinkBody } from './wizard-link-body.ts'
import { readWizardNotification, wizardNotificationSchema } from './wizard-notification.ts'

/** How many accounts one page has. */
const PAGE = 100

const path = {
  accounts: '/api/v1/accounts',
  account: (id: string) => `/api/v1/accounts/${encodeURIComponent(id)}`,
  restart: (id: string) => `${path.account(id)}/restart`,
  checkpoint: '/api/v1/accounts/checkpoint',
  resend: '/api/v1/accounts/checkpoint/resend',
  wizard: '/api/v1/hosted/accounts/link',
}

/**
 * Failures of reading an account that mean that its scan is still awaited: the account is not there, or
 * Unipile holds the call until it is connected (guide, "WhatsApp").
 */
const nothingYet: ReadonlySet<ErrorCode> = new Set(['account_not_found', 'upstream_timeout'])

/** Speaks Unipile's API v1 at the DSN that `apiUrl` names. `now` in epoch milliseconds. */
export function createUnipileV1Driver(settings: UnipileSettings, now: () => number): Upstream {
  const http = createUnipileHttp(settings)

  /** A reference to an intent that has just started. A code to scan may end it earlier. */
  function newReference(provider: string, accountId: string | undefined): (id: string) => IntentReference {
    const until = Math.floor(now() / 1000) + INTENT_SECONDS
    return (id) => ({ provider, accountId: id, relink: accountId !== undefined, until })
  }

  function sendStart(input: UpstreamStart, timeout?: number): Promise<Answer> {
    return http.send({
      method: 'POST',
      path: input.accountId ? path.account(input.accountId) : path.accounts,
      body: startBody(input),
      ...(timeout === undefined ? {} : { timeout }),
    })
  }

  async function solve(kind: UpstreamCall, intentId: string, code: string): Promise<UpstreamResult> {
    const reference = readReference(intentId)
    if (!reference) return { type: 'expired' }
    const { provider, accountId } = reference
    const answer = await http.send({
      method: 'POST',
      path: path.checkpoint,
      body: { provider, account_id: accountId, code },
    })
    return read(kind, answer, (id) => ({ ...reference, accountId: id }))
  }

  async function read(
    kind: UpstreamCall,
    answer: Answer,
    referTo: (accountId: string) => IntentReference,
  ): Promise<UpstreamResult> {
    if (!answer.ok) {
      const end = endOf(kind, answer)
      if (end) return end
      throw errorOf(kind, answer)
    }
    const result = parseAnswer(authAnswer, answer.body)
    const reference = referTo(result.account_id)
    if (result.object === 'Checkpoint') return posed(reference, readCheckpoint(result))
    return { type: 'account', account: await linkedAccount(reference) }
  }

  function posed(reference: IntentReference, checkpoint: UpstreamCheckpoint): UpstreamResult {
    if (checkpoint.type === 'show') {
      // It is not known to end earlier than its intent.
      const expiresAt = checkpoint.show.expiresAt ?? new Date(reference.until * 1000).toISOString()
      return {
        type: 'checkpoint',
        intentId: writeReference(reference),
        checkpoint: { ...checkpoint, show: { ...checkpoint.show, expiresAt } },
      }
    }
    const seconds = 'qrcode' in checkpoint ? qrSeconds(reference.provider) : undefined
    if (!('qrcode' in checkpoint) || seconds === undefined) {
      return { type: 'checkpoint', intentId: writeReference(reference), checkpoint }
    }
    const until = Math.floor(now() / 1000) + seconds
    return {
      type: 'checkpoint',
      intentId: writeReference({ ...reference, until }),
      checkpoint: { ...checkpoint, seconds },
    }
  }

  /** The account that a response named. If it cannot be read yet, the link succeeded anyway. */
  async function linkedAccount({ accountId, provider }: IntentReference): Promise<UpstreamAccount> {
    try {
      return await startedAccount(readAccount(await fetchAccount(accountId)))
    } catch (error) {
      if (!(error instanceof ConnectError)) throw error
      return unreadAccount(accountId, catalogueProvider(provider))
    }
  }

  /** The account that its owner has just signed in to: one that Unipile had stopped before is restarted, once. */
  async function startedAccount(account: UpstreamAccount): Promise<UpstreamAccount> {
    if (!account.isStopped) return account
    try {
      return await restart(account.id)
    } catch (error) {
      if (!(error instanceof ConnectError)) throw error
      return account
    }
  }

  async function restart(accountId: string): Promise<UpstreamAccount> {
    const answer = await http.send({ method: 'POST', path: path.restart(accountId) })
    if (!answer.ok) throw errorOf('account', answer)
    parseAnswer(restartAnswer, answer.body)
    return readAccount(await fetchAccount(accountId))
  }

  async function fetchAccount(accountId: string, signal?: AbortSignal) {
    const answer = await http.send({
      method: 'GET',
      path: path.account(accountId),
      ...(signal ? { signal } : {}),
    })
    if (!answer.ok) throw errorOf('account', answer)
    return parseAnswer(accountAnswer, answer.body)
  }

  return {
    adapt: (provider) => adapt(provider, settings.ownClients),
    async start(input) {
      return read('start', await sendStart(input), newReference(v1Provider(input.provider), input.accountId))
    },
    async startMail(input) {
      const answer = await sendStart(input, settings.timings.mailTimeoutMs)
      const refusal = answer.ok ? undefined : mailRefusalOf(answer)
      return refusal ?? read('startMail', answer, newReference(v1Provider(input.provider), input.accountId))
    },
    solve: (intentId, answer) => solve('solve', intentId, answer.reveal()),
    givePhone: (intentId, phone) => solve('solve', intentId, upstreamPhone(phone.reveal())),
    async wait(intentId, signal) {
      const reference = readReference(intentId)
      if (!reference) return { type: 'expired' }
      const pending =
        now() / 1000 < reference.until ? ({ type: 'pending' } as const) : ({ type: 'expired' } as const)
      try {
        const account = await fetchAccount(reference.accountId, signal)
        if (!sourceStatuses(account).every(isConnected)) return pending
        return { type: 'account', account: await startedAccount(readAccount(account)) }
      } catch (error) {
        if (error instanceof ConnectError && nothingYet.has(error.code)) return pending
        throw error
      }
    },
    async resend(intentId) {
      const reference = readReference(intentId)
      if (!reference) throw new ConnectError('resend_not_available')
      const { provider, accountId } = reference
      const answer = await http.send({
        method: 'POST',
        path: path.resend,
        body: { provider, account_id: accountId },
      })
      if (!answer.ok) throw errorOf('resend', answer)
    },
    async requestChallenge(intentId, _challenge, form = {}) {
      const reference = readReference(intentId)
      if (!reference) throw new ConnectError('no_other_way')
      const { provider, accountId, relink } = reference
      if (!offers(catalogueProvider(provider), 'qr')) return solve('challenge', intentId, ANOTHER_WAY_CODE)
      // A fresh code needs a new start, which cannot use the first one's proxy.
      const answer = await http.send({
        method: 'POST',
        path: relink ? path.account(accountId) : path.accounts,
        body: { provider, ...pairingNumber(form) },
      })
      return read('challenge', answer, newReference(provider, relink ? accountId : undefined))
    },
    futureAccount(intentId) {
      const reference = readReference(intentId)
      return reference?.relink === false ? reference.accountId : undefined
    },
    async readAccount(accountId) {
      return readAccount(await fetchAccount(accountId))
    },
    restartAccount: restart,
    async listAccounts(cursor) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(cursor ? { cursor } : {}) })
      const answer = await http.send({ method: 'GET', path: `${path.accounts}?${query}` })
      if (!answer.ok) throw errorOf('list', answer)
      const { items, cursor: next } = parseAnswer(accountsAnswer, answer.body)
      const { read: accounts, unreadable } = readEach(accountAnswer, items)
      return {
        accounts: accounts.map(readAccount),
        unreadable,
        ...(next && items.length > 0 ? { next } : {}),
      }
    },
    async removeAccount(accountId) {
      const answer = await http.send({ method: 'DELETE', path: path.account(accountId) })
      if (!answer.ok && answer.status !== 404) throw errorOf('account', answer)
    },
    wizardTakes: { options: new Set(['products', 'initialSync', 'syncLimit']), proxy: false },
    async createWizardLink(input) {
      const answer = await http.send({
        method: 'POST',
        path: path.wizard,
        body: wizardLinkBody(input, settings.apiUrl),
      })
      if (!answer.ok) throw errorOf('link', answer)
      return parseAnswer(wizardLinkAnswer, answer.body).url
    },
    webhookEndpoints: createWebhookEndpoints(http, settings.webhookSecrets?.[0]),
    readWebhook(headers, body) {
      verifyHeaderSecret(requireSecrets(settings.webhookSecrets), SECRET_HEADER, headers.get(SECRET_HEADER))
      return readStatusWebhook(parseEvent(body, statusWebhookSchema))
    },
    readWizardNotification: (body) => readWizardNotification(parseEvent(body, wizardNotificationSchema)),
    readCallback: (query) => readCallback(query, { endOf, errorOf }),
    close: () => http.close(),
  }
}
