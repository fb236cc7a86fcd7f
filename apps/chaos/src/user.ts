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
} from '@connect-account/core/protocol'
import { passConsent } from '../../demo-server/test/every-way/consent.ts'
import { answerTo } from '../../demo-server/test/every-way/walk.ts'
import { wayIn } from '../../demo-server/test/every-way/ways.ts'
import { sessionPath } from './arrangement.ts'
import type { Ledger } from './ledger.ts'
import { drawSequel, drawWhim, type Plan } from './plans.ts'
import type { Pocket } from './pocket.ts'
import type { Randomness } from './randomness.ts'

export interface World {
  /** Where browsers reach the host. */
  readonly hostUrl: string
  readonly pocket: Pocket
  readonly ledger: Ledger
}

/** A call of the browser's is given up after this, in milliseconds. */
const CALL_LIMIT = 8_000
/** How long a user looks at a screen on which nothing changes before reloading it, in milliseconds. */
const PATIENCE = 2_500
/** How long a user tries again where nothing comes through, and the pause before it, in milliseconds. */
const PERSISTENCE = 30_000
const TRY_PAUSE = 400
/** How many intents a user starts for one account. */
const ATTEMPTS = 4

/** Codes that no fault around the host explains. */
const absurd: ReadonlySet<ErrorCode> = new Set([
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

/** One user with a browser, who links one account and perhaps does something with it afterwards. */
export class User {
  readonly #id: string
  readonly #plan: Plan
  readonly #world: World
  readonly #random: Randomness
  readonly #over: AbortSignal
  readonly #persona: string
  #client: ConnectTransport

  /** `over` makes the user leave. */
  constructor(id: string, plan: Plan, world: World, random: Randomness, over: AbortSignal) {
    this.#id = id
    this.#plan = plan
    this.#world = world
    this.#random = random
    this.#over = over
    this.#persona = `${plan.script}.${id}@sandbox.test`
    this.#client = createConnectClient(this.#browser())
  }

  async link(): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS && !this.#over.aborted; attempt++) {
      const outcome = await this.#attempt()
      if (outcome?.type === 'linked') return this.#goOn(outcome.account.id)
      // It can have been linked without a word: then signing in again says so.
      if (outcome?.type !== 'failed' && outcome?.type !== 'expired') return
    }
  }

  #browser() {
    const { hostUrl } = this.#world
    return {
      baseUrl: `${hostUrl}/connect`,
      timeout: CALL_LIMIT,
      random: () => this.#random.next(),
      session: async () => {
        const response = await fetch(`${hostUrl}${sessionPath}?user=${this.#id}`, {
          signal: AbortSignal.timeout(CALL_LIMIT),
        })
        if (!response.ok) throw new ConnectError('network_unreachable')
        return response.text()
      },
    }
  }

  /** From a start to its end; `undefined` for a user who left before. */
  async #attempt(accountId?: string): Promise<Outcome | undefined> {
    const key = randomUUID()
    const { provider, method } = this.#plan
    const { ledger } = this.#world
    let intent = await this.#insist(async () => {
      const credentials = wayIn(this.#plan, this.#persona)
      const input = { provider, method, idempotencyKey: key, ...credentials }
      const started = await this.#client.startIntent(
        { ...input, ...(accountId === undefined ? {} : { accountId }) },
        this.#over,
      )
      ledger.started(this.#id, this.#persona, key, started)
      return started
    })
    while (intent && !isOutcome(intent.step)) {
      if (this.#over.aborted) return undefined
      const next = await this.#act(intent, intent.step)
      if (next === 'left') return undefined
      intent = next
    }
    return intent && isOutcome(intent.step) ? intent.step : undefined
  }

  async #act(intent: Intent, checkpoint: Checkpoint): Promise<Intent | undefined | 'left'> {
    switch (drawWhim(this.#random)) {
      case 'walk away':
        return 'left'
      case 'reload':
        this.#client = createConnectClient(this.#browser())
        return this.#look(intent.id)
      case 'cancel':
        return this.#observed(intent.id, () => this.#client.cancel(intent.id, this.#over))
      case 'answer wrongly':
        // A page offers its options to be chosen from: no other answer can be given.
        await this.#pass(intent, checkpoint, 'options' in checkpoint ? undefined : 'wrong')
        break
      case 'answer twice':
        await Promise.all([this.#pass(intent, checkpoint), this.#pass(intent, checkpoint)])
        break
      case 'pass':
        await this.#pass(intent, checkpoint)
    }
    await this.#newsAfter(intent)
    return this.#look(intent.id)
  }

  /** Does what the checkpoint asks for, once; whether it came through, a later look tells. */
  async #pass({ id }: Intent, checkpoint: Checkpoint, answer?: string): Promise<void> {
    const { pocket, ledger } = this.#world
    const floor = ledger.floor(id)
    try {
      switch (checkpoint.type) {
        case 'in_app':
          return await pocket.approve(this.#persona, answer === undefined)
        case 'qr':
          return await pocket.scan(checkpoint.qrcode, this.#persona)
        case 'oauth':
          await passConsent(checkpoint.url, this.#persona, answer === undefined ? 'allow' : 'deny')
          return
        case 'challenge':
          ledger.observe(await this.#client.challenge(id, checkpoint.options[0]?.id, this.#over), floor)
          return
        case 'loading':
        case 'unsupported':
          return
      }
      const given = new Secret(answer ?? (await answerTo(checkpoint, this.#persona, pocket)))
      const input = { checkpoint: checkpoint.id, answer: given }
      ledger.observe(await this.#client.solve(id, input, this.#over), floor)
    } catch (error) {
      this.#note(error, `intent ${id}`)
    }
  }

  #look(id: string): Promise<Intent | undefined> {
    return this.#observed(id, () => this.#client.getIntent(id, this.#over))
  }

  async #observed(id: string, call: () => Promise<Intent>): Promise<Intent | undefined> {
    const { ledger } = this.#world
    return this.#insist(async () => {
      const floor = ledger.floor(id)
      const intent = await call()
      ledger.observe(intent, floor)
      return intent
    })
  }

  /** Resolves when the stream tells a newer revision, or patience ends. */
  async #newsAfter({ id, revision }: Intent): Promise<void> {
    const { ledger } = this.#world
    if (ledger.floor(id) > revision) return
    const over = AbortSignal.any([this.#over, AbortSignal.timeout(PATIENCE)])
    await new Promise<void>((resolve) => {
      const stop = this.#client.watch(id, {
        onIntent: (news) => {
          ledger.observe(news)
          if (news.revision > revision) end()
        },
        onError: (error) => {
          this.#note(error, `intent ${id}`)
          end()
        },
      })
      function end() {
        stop()
        resolve()
      }
      over.addEventListener('abort', end)
    })
  }

  async #goOn(account: string): Promise<void> {
    const { pocket, ledger } = this.#world
    const sequel = drawSequel(this.#random)
    if (sequel === 'none') return
    if (sequel === 'disconnect') {
      ledger.gone.add(account)
      const accounts = createAccountsClient(this.#browser())
      await this.#insist(() => accounts.disconnect(account, this.#over))
      return
    }
    const [held] = await pocket.accounts(this.#persona)
    if (!held)
      return ledger.violate(`account ${account} of ${this.#persona}: told linked, and not at Unipile`)
    if (sequel === 'removed upstream') {
      ledger.gone.add(account)
      await pocket.removeAccount(held.id)
      return
    }
    await pocket.endSession(held.id)
    await this.#attempt(account)
  }

  /** Tries again and again, as a user or a page does. `undefined` when the user gives up. */
  async #insist<T>(call: () => Promise<T>): Promise<T | undefined> {
    const limit = performance.now() + PERSISTENCE
    while (performance.now() < limit && !this.#over.aborted) {
      try {
        return await call()
      } catch (error) {
        this.#note(error, `user ${this.#id}`)
        await pause(TRY_PAUSE, undefined, { signal: this.#over }).catch(() => {})
      }
    }
    return undefined
  }

  /** What no fault explains is a violation. */
  #note(error: unknown, where: string): void {
    if (this.#over.aborted) return
    if (error instanceof ConnectError && absurd.has(error.code)) {
      this.#world.ledger.violate(`${where}: ${error.code} ${error.detail ?? ''}`)
    }
  }
}
