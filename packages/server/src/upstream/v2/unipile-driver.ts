import { ConnectError } from '@connect-account/core/errors'
import { parseEvent } from '../../parse-json.ts'
import { readEach } from '../answer-texts.ts'
import { ANOTHER_WAY_CODE, futureAccount, upstreamPhone, WAITING_CODE } from '../assumptions.ts'
import { readCallback } from '../read-callback.ts'
import {
  type Answer,
  type Call,
  createUnipileHttp,
  parseAnswer,
  type UnipileSettings,
} from '../unipile-http.ts'
import type { Upstream, UpstreamResult } from '../upstream.ts'
import type { UpstreamCall } from '../upstream-errors.ts'
import { requireSecrets } from '../webhook-secret.ts'
import { readAccount, readAnswer } from './read-answer.ts'
import { startBody } from './start-body.ts'
import { accountAnswer, accountsAnswer, authAnswer, wizardLinkAnswer } from './unipile-answers.ts'
import { endOf, errorOf, mailRefusalOf } from './unipile-errors.ts'
import { createWebhookEndpoints } from './webhook-endpoints.ts'
import { readEvent, webhookEventSchema } from './webhook-event.ts'
import { SIGNATURE_HEADER, verifySignature } from './webhook-signature.ts'
import { wizardLinkBody } from './wizard-link-body.ts'

/** How many accounts one page has. */
const PAGE = 100

/** Speaks Unipile's API v2. `now` in epoch milliseconds. */
export function createUnipileDriver(settings: UnipileSettings, now: () => number): Upstream {
  const { mailTimeoutMs, waitTimeoutMs } = settings.timings
  const http = createUnipileHttp(settings)

  async function authenticate(kind: UpstreamCall, call: Call): Promise<UpstreamResult> {
    return read(kind, await http.send(call))
  }

  function read(kind: UpstreamCall, answer: Answer): UpstreamResult {
    if (answer.ok) return readAnswer(parseAnswer(authAnswer, answer.body))
    const end = endOf(kind, answer)
    if (end) return end
    throw errorOf(kind, answer)
  }

  function checkpoint(kind: UpstreamCall, intentId: string, code: string): Promise<UpstreamResult> {
    return authenticate(kind, {
      method: 'POST',
      path: '/v2/auth/checkpoint',
      body: { intent_id: intentId, code },
    })
  }

  return {
    // The official clients' credentials of WhatsApp are `{qrcode: true}` alone.
    adapt: (provider) => ({
      ...provider,
      methods: provider.methods.filter(({ id }) => id !== 'pairing_code'),
    }),
    start(input) {
      return authenticate('start', { method: 'POST', path: '/v2/auth/intent', body: startBody(input) })
    },
    async startMail(input) {
      const answer = await http.send({
        method: 'POST',
        path: '/v2/auth/intent',
        body: startBody(input),
        timeout: mailTimeoutMs,
      })
      const refusal = answer.ok ? undefined : mailRefusalOf(answer)
      return refusal ?? read('startMail', answer)
    },
    solve(intentId, answer) {
      return checkpoint('solve', intentId, answer.reveal())
    },
    givePhone(intentId, phone) {
      return checkpoint('solve', intentId, upstreamPhone(phone.reveal()))
    },
    async wait(intentId, signal) {
      try {
        const answer = await http.send({
          method: 'POST',
          path: '/v2/auth/checkpoint',
          body: { intent_id: intentId, code: WAITING_CODE },
          timeout: waitTimeoutMs,
          signal,
        })
        return read('wait', answer)
      } catch (error) {
        // A held call that timed out says only that nothing has happened.
        if (error instanceof ConnectError && error.code === 'upstream_timeout') return { type: 'pending' }
        throw error
      }
    },
    async resend(intentId) {
      const answer = await http.send({
        method: 'POST',
        path: '/v2/auth/checkpoint/resend',
        body: { intent_id: intentId },
      })
      if (!answer.ok) throw errorOf('resend', answer)
    },
    async requestChallenge(intentId, challenge) {
      try {
        return await authenticate('challenge', {
          method: 'POST',
          path: '/v2/auth/checkpoint/request',
          body: { intent_id: intentId, ...(challenge ? { challenge } : {}) },
        })
      } catch (error) {
        if (!(error instanceof ConnectError) || error.code !== 'no_other_way') throw error
        return checkpoint('challenge', intentId, challenge ?? ANOTHER_WAY_CODE)
      }
    },
    futureAccount,
    async readAccount(accountId) {
      const answer = await http.send({
        method: 'GET',
        path: `/v2/accounts/${encodeURIComponent(accountId)}`,
      })
      if (!answer.ok) throw errorOf('account', answer)
      return readAccount(parseAnswer(accountAnswer, answer.body))
    },
    async listAccounts(cursor = '0') {
      const answer = await http.send({ method: 'GET', path: `/v2/accounts/?limit=${PAGE}&offset=${cursor}` })
      if (!answer.ok) throw errorOf('list', answer)
      const { data, has_more } = parseAnswer(accountsAnswer, answer.body)
      const { read, unreadable } = readEach(accountAnswer, data)
      return {
        accounts: read.map(readAccount),
        unreadable,
        // A page without accounts is the last, even if it claims that there are more.
        ...(has_more && data.length > 0 ? { next: String(Number(cursor) + data.length) } : {}),
      }
    },
    async removeAccount(accountId) {
      const answer = await http.send({
        method: 'DELETE',
        path: `/v2/accounts/${encodeURIComponent(accountId)}`,
      })
      if (!answer.ok && answer.status !== 404) throw errorOf('account', answer)
    },
    wizardTakes: { options: new Set(['products', 'scopes', 'initialSync', 'accountScopeId']), proxy: true },
    async createWizardLink(input) {
      const answer = await http.send({ method: 'POST', path: '/v2/auth/link', body: wizardLinkBody(input) })
      if (!answer.ok) throw errorOf('link', answer)
      return parseAnswer(wizardLinkAnswer, answer.body).link
    },
    webhookEndpoints: createWebhookEndpoints(http),
    readWebhook(headers, body) {
      verifySignature(requireSecrets(settings.webhookSecrets), headers.get(SIGNATURE_HEADER), body, now())
      return readEvent(parseEvent(body, webhookEventSchema))
    },
    readWizardNotification() {
      throw new ConnectError('webhook_invalid', { detail: 'API v2 reports its wizard by signed webhook.' })
    },
    readCallback: (query) => readCallback(query, { endOf, errorOf }),
    close: () => http.close(),
  }
}
