import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createAccountsClient, createConnectClient } from '@connect-account/core/client'
import { ConnectError, type ErrorCode } from '@connect-account/core/errors'
import {
  type Checkpoint,
  type ConnectTransport,
  type Intent,
  isOutcome,
  type Outcome,
  Secret,
  type StartInput,
} from '@connect-account/core/protocol'
import { answerCheckpoint, fillForm, passConsent, signInName } from '@connect-account/sandbox/testing'
import type { Random } from '@connect-account/test-random'
import { sessionPath } from './config.ts'
import type { History } from './history.ts'
import type { ProviderClient } from './provider-client.ts'
import { drawAction, drawFollowUp, type Scenario } from './scenarios.ts'

/** What a user acts on, and where what the user sees is recorded. */
export interface Surroundings {
  /** The host's address, as browsers reach it. */
  readonly hostUrl: string
  readonly provider: ProviderClient
  readonly history: History
}

const CALL_TIMEOUT_MS = 8_000
/** How long a user looks at an unchanged screen before reloading it. */
const RELOAD_AFTER_MS = 2_500
/** How long a user retries a failing call, and the delay between retries. */
const RETRY_LIMIT_MS = 30_000
const RETRY_DELAY_MS = 400
/** How many intents a user starts for one account. */
const MAX_ATTEMPTS = 4

/** Error codes that no fault around the host can cause. */
const unexplainedCodes: ReadonlySet<ErrorCode> = new Set([
  'intent_not_found',
  'idempotency_conflict',
  'invalid_request',
  'invalid_json',
  'session_invalid',
  'session_expired',
  'not_found',
  'method_not_allowed',
  'provider_not_allowed',
  'unknown_provider',
  'unknown_method',
])

/**
 * A user with a browser who links one account, then may disconnect it, reconnect it or delete it upstream.
 */
export class User {
  readonly #id: string
  readonly #scenario: Scenario
  readonly #surroundings: Surroundings
  readonly #random: Random
  readonly #stop: AbortSignal
  readonly #persona: string
  #client: ConnectTransport

  /** @param stop - Makes the user leave. */
  constructor(id: string, scenario: Scenario, surroundings: Surroundings, random: Random, stop: AbortSignal) {
    this.#id = id
    this.#scenario = scenario
    this.#surroundings = surroundings
    this.#random = random
    this.#stop = stop
    this.#persona = signInName(scenario.script, id)
    this.#client = createConnectClient(this.#clientOptions())
  }

  async link(): Promise<void> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS && !this.#stop.aborted; attempt++) {
      const outcome = await this.#attempt()
      if (outcome?.type === 'linked') return this.#followUp(outcome.account.id)
      // The account may be linked although the response was lost: the next attempt ends as a duplicate.
      if (outcome?.type !== 'failed' && outcome?.type !== 'expired') return
    }
  }

  #clientOptions() {
    const { hostUrl } = this.#surroundings
    return {
      baseUrl: `${hostUrl}/connect`,
      timeout: CALL_TIMEOUT_MS,
      random: () => this.#random.next(),
      session: async () => {
        const response = await fetch(`${hostUrl}${sessionPath}?user=${this.#id}`, {
          signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
        })
        if (!response.ok) throw new ConnectError('network_unreachable')
        return response.text()
      },
    }
  }

  /** Runs one intent from its start. Resolves to its outcome, or to `undefined` if the user left before. */
  async #attempt(accountId?: string): Promise<Outcome | undefined> {
    const key = randomUUID()
    const { history } = this.#surroundings
    let intent = await this.#retry(async () => {
      const started = await this.#client.startIntent(this.#startInput(key, accountId), this.#stop)
      history.started(this.#id, this.#persona, key, started)
      return started
    })
    while (intent && !isOutcome(intent.step)) {
      if (this.#stop.aborted) return undefined
      const next = await this.#act(intent, intent.step)
      if (next === 'left') return undefined
      intent = next
    }
    return intent && isOutcome(intent.step) ? intent.step : undefined
  }

  #startInput(idempotencyKey: string, accountId: string | undefined): StartInput {
    const { provider, method } = this.#scenario
    return {
      provider,
      method: method.id,
      idempotencyKey,
      ...(method.kind === 'form' && {
        credentials: new Secret(fillForm(method.fields, this.#persona)),
      }),
      ...(accountId !== undefined && { accountId }),
    }
  }

  async #act(intent: Intent, checkpoint: Checkpoint): Promise<Intent | undefined | 'left'> {
    switch (drawAction(this.#random)) {
      case 'close the page':
        return 'left'
      case 'reload':
        this.#client = createConnectClient(this.#clientOptions())
        return this.#fetchIntent(intent.id)
      case 'cancel':
        return this.#observed(intent.id, () => this.#client.cancel(intent.id, this.#stop))
      case 'answer wrongly':
        await this.#answerWrongly(intent, checkpoint)
        break
      case 'answer twice':
        await Promise.all([this.#answer(intent, checkpoint), this.#answer(intent, checkpoint)])
        break
      case 'answer':
        await this.#answer(intent, checkpoint)
    }
    await this.#waitForUpdate(intent)
    return this.#fetchIntent(intent.id)
  }

  /** Answers the checkpoint once. Whether the answer arrived, a later read shows. */
  async #answer({ id }: Intent, checkpoint: Checkpoint): Promise<void> {
    const { provider, history } = this.#surroundings
    const oldest = history.oldestAllowed(id)
    try {
      if (checkpoint.type === 'unsupported') return
      if (checkpoint.type === 'consent') history.consents(id)
      const who = { phone: provider.phone, signInName: this.#persona }
      const answer = await answerCheckpoint(checkpoint, who)
      if (answer === undefined) return
      const intent =
        checkpoint.type === 'challenge'
          ? await this.#client.challenge(id, answer, this.#stop)
          : checkpoint.type === 'consent'
            ? await this.#retry(() => this.#client.confirmReturn(id, answer, this.#stop))
            : await this.#submit(id, checkpoint, answer)
      if (intent) history.observe(intent, oldest)
    } catch (error) {
      this.#report(error, `intent ${id}`)
    }
  }

  async #answerWrongly(intent: Intent, checkpoint: Checkpoint): Promise<void> {
    const { provider, history } = this.#surroundings
    const oldest = history.oldestAllowed(intent.id)
    try {
      switch (checkpoint.type) {
        case 'in_app':
          return await provider.phone.decline(this.#persona)
        case 'consent':
          await passConsent(checkpoint.url, this.#persona, 'deny')
          return
        case 'otp':
        case 'otp_or_in_app':
        case 'two_factor':
        case 'phone':
        case 'captcha':
          history.observe(await this.#submit(intent.id, checkpoint, 'wrong'), oldest)
          return
        default:
          // A page offers no wrong answer here.
          return await this.#answer(intent, checkpoint)
      }
    } catch (error) {
      this.#report(error, `intent ${intent.id}`)
    }
  }

  #submit(intentId: string, checkpoint: Checkpoint, answer: string): Promise<Intent> {
    const input = { checkpoint: checkpoint.id, answer: new Secret(answer) }
    return this.#client.solve(intentId, input, this.#stop)
  }

  #fetchIntent(id: string): Promise<Intent | undefined> {
    return this.#observed(id, () => this.#client.getIntent(id, this.#stop))
  }

  async #observed(id: string, call: () => Promise<Intent>): Promise<Intent | undefined> {
    const { history } = this.#surroundings
    return this.#retry(async () => {
      const oldest = history.oldestAllowed(id)
      const intent = await call()
      history.observe(intent, oldest)
      return intent
    })
  }

  /**
   * Resolves when the event stream reports a newer revision, fails, or has reported nothing for some time.
   */
  async #waitForUpdate({ id, revision }: Intent): Promise<void> {
    const { history } = this.#surroundings
    if (history.oldestAllowed(id) > revision) return
    const stop = AbortSignal.any([this.#stop, AbortSignal.timeout(RELOAD_AFTER_MS)])
    await new Promise<void>((resolve) => {
      const unsubscribe = this.#client.watch(id, {
        onIntent: (update) => {
          history.observe(update)
          if (update.revision > revision) end()
        },
        onError: (error) => {
          this.#report(error, `intent ${id}`)
          end()
        },
      })
      function end() {
        unsubscribe()
        resolve()
      }
      stop.addEventListener('abort', end)
    })
  }

  async #followUp(accountId: string): Promise<void> {
    const { provider, history } = this.#surroundings
    const followUp = drawFollowUp(this.#random)
    if (followUp === 'none') return
    if (followUp === 'disconnect') {
      history.removedAccounts.add(accountId)
      const accounts = createAccountsClient(this.#clientOptions())
      await this.#retry(() => accounts.disconnect(accountId, this.#stop))
      return
    }
    const [account] = await provider.accounts(this.#persona)
    if (!account)
      return history.violate(`account ${accountId} of ${this.#persona}: shown as linked, not at Unipile`)
    if (followUp === 'delete upstream') {
      history.removedAccounts.add(accountId)
      await provider.deleteAccount(account.id)
      return
    }
    await provider.phone.setStatus(account.id, 'disconnected')
    await this.#attempt(accountId)
  }

  /** Retries a call as a user or a page does. Resolves to `undefined` if the user gives up. */
  async #retry<T>(call: () => Promise<T>): Promise<T | undefined> {
    const limit = performance.now() + RETRY_LIMIT_MS
    while (performance.now() < limit && !this.#stop.aborted) {
      try {
        return await call()
      } catch (error) {
        this.#report(error, `user ${this.#id}`)
        await pause(RETRY_DELAY_MS, undefined, { signal: this.#stop }).catch(() => {})
      }
    }
    return undefined
  }

  /** Records an error that no fault explains as a violation. */
  #report(error: unknown, where: string): void {
    if (this.#stop.aborted) return
    if (error instanceof ConnectError && unexplainedCodes.has(error.code)) {
      this.#surroundings.history.violate(`${where}: ${error.code} ${error.detail ?? ''}`)
    }
  }
}
