import type { WireCheckpoint } from '../checkpoints/checkpoint.ts'
import { isShown } from '../checkpoints/display.ts'
import { checkpointOf, raiseCheckpoint } from '../checkpoints/index.ts'
import { expireQr, isCode, newPairing, newQr, rotateQr } from '../checkpoints/qr.ts'
import { type FaultStep, isFault, type Persona } from '../persona/persona.ts'
import { providerById } from '../providers/index.ts'
import type { SandboxProvider, SignIn } from '../providers/provider.ts'
import type { Runtime } from '../state/runtime.ts'
import type { PositionAt, StoredAccount, StoredDisplay, StoredIntent } from '../state/state.ts'
import { remove } from '../state/store.ts'
import type { Api } from '../wire/enums.ts'
import { newId } from '../wire/identifiers.ts'
import type { StartRequest } from '../wire/start-request.ts'
import { refusals, WireError } from '../wire/wire-error.ts'
import type { Accounts } from './accounts.ts'
import type { Call } from './call.ts'
import { awaitConsent } from './consents.ts'
import { applyFault, isFirstOccurrence } from './faults.ts'
import { authorizationUrl } from './oauth-client.ts'
import { declined, reachOutcome, refused } from './outcomes.ts'

/** The code by which API v1 requests a challenge. */
const TRY_ANOTHER_WAY = 'TRY_ANOTHER_WAY'

/** What a call about an intent returns: a checkpoint, a consent page, or the linked account. */
export type Reply =
  | { readonly linked: StoredAccount }
  | { readonly object: 'OauthUrl'; readonly url: string }
  | (WireCheckpoint & { readonly intent_id: string })

export interface OpenApproval {
  readonly id: string
  readonly intentId: string
  readonly to: string
  readonly provider: string
  readonly askedAt: number
  /** What has to be tapped or entered to approve it. */
  readonly display: StoredDisplay | undefined
}

/**
 * The auth intents. Each follows a persona's script from checkpoint to checkpoint to one outcome. A scan or
 * an approval on the phone advances an intent at once; the next call returns the result.
 */
export class Intents {
  readonly #runtime: Runtime
  readonly #accounts: Accounts

  constructor(runtime: Runtime, accounts: Accounts) {
    this.#runtime = runtime
    this.#accounts = accounts
  }

  async start(request: StartRequest, call: Call, api: Api = 'v2'): Promise<Reply> {
    const provider = providerById(request.provider)
    if (!provider) throw refusals.unknownProvider(request.provider)
    this.#checkReconnect(request.account_id, provider, api)
    const signIn = await provider.start(request, this.#runtime)
    const intent: StoredIntent = {
      id: newId('acc'),
      api,
      provider: provider.id,
      persona: null,
      done: 0,
      position: { at: 'passed' },
      ...(request.state !== undefined && { state: request.state }),
      ...(request.account_id !== undefined && { accountId: request.account_id }),
      ...(request.config !== undefined && { config: request.config }),
      createdAt: this.#runtime.now(),
    }
    if (call.signal.aborted) throw this.#callerDisconnected(intent)
    this.#applySignIn(intent, signIn)
    await this.#continue(intent, call)
    if (call.signal.aborted) throw this.#callerDisconnected(intent)
    this.#forgetOldIntents()
    this.#runtime.store.state.intents.push(intent)
    return this.#reply(intent, call)
  }

  async answer(id: string, code: string, call: Call): Promise<Reply> {
    if (code === TRY_ANOTHER_WAY) return this.requestChallenge(id, undefined, call)
    const intent = this.#find(id)
    if (intent.position.at === 'scan') await this.#holdForScan(intent, call)
    const { position } = intent
    try {
      const checkpoint = checkpointOf(this.#runtime, intent)
      const result = code === '' ? checkpoint?.poll?.() : await checkpoint?.answer(code)
      if (result === 'passed' && intent.position === position) intent.position = { at: 'passed' }
    } finally {
      this.#runtime.store.save()
    }
    await this.#continue(intent, call)
    return this.#reply(intent, call)
  }

  resend(id: string): void {
    const intent = this.#find(id)
    const checkpoint = checkpointOf(this.#runtime, intent)
    if (!checkpoint?.resend) throw refusals.notAllowed('This checkpoint has nothing to resend.')
    checkpoint.resend()
    this.#runtime.store.save()
  }

  /** Without a `challenge` the user picks one, or a fresh captcha or QR code is shown. */
  async requestChallenge(id: string, challenge: string | undefined, call: Call): Promise<Reply> {
    const intent = this.#find(id)
    const checkpoint = checkpointOf(this.#runtime, intent)
    if (!checkpoint?.requestChallenge) throw refusals.notAllowed('This checkpoint has no other challenge.')
    checkpoint.requestChallenge(challenge)
    return this.#reply(intent, call)
  }

  /** Scans a QR code with the phone. Throws if the code is unknown (404) or no longer shown (410). */
  scan(token: string, persona: Persona): void {
    const { intent } = this.#findQr(token)
    // The phone asks to continue on the other device, and the provider reports nothing.
    if (persona.steps[0] === 'passkey') return
    intent.persona = { ...persona, steps: [...persona.steps] }
    this.#passFromPhone(intent)
  }

  /** Expires the shown QR code now. */
  expireQr(token: string): void {
    const { position } = this.#findQr(token)
    expireQr(this.#runtime, position)
    this.#runtime.store.save()
  }

  /**
   * Approves or declines a person's newest notification. Returns `false` if there is none.
   * @param entered - What was tapped or entered, if it asks to. Another value than the shown one declines it.
   */
  answerApproval(to: string, approve: boolean, entered?: string): boolean {
    const [newest] = this.openApprovals().filter((approval) => approval.to === to)
    const intent = newest && this.#runtime.store.intent(newest.intentId)
    if (!intent) return false
    const isRight = newest.display === undefined || isShown(newest.display, entered)
    if (approve && isRight) this.#passFromPhone(intent)
    else {
      intent.position = refused(declined)
      this.#runtime.store.save()
    }
    return true
  }

  /** Returns the notifications that can be approved, newest first. Times are epoch milliseconds. */
  openApprovals(): OpenApproval[] {
    const { store, now } = this.#runtime
    return store.state.intents
      .flatMap(({ id, provider, persona, position }) =>
        persona && 'approvalId' in position && position.approvalId && now() < position.expiresAt
          ? [
              {
                id: position.approvalId,
                intentId: id,
                to: persona.signInName,
                provider,
                askedAt: position.sentAt,
                display: position.display,
              },
            ]
          : [],
      )
      .toSorted((a, b) => b.askedAt - a.askedAt)
  }

  /** Returns the QR codes that can be scanned now. */
  shownQrCodes(): { provider: string; token: string; createdAt: number }[] {
    const { store, now } = this.#runtime
    return store.state.intents.flatMap(({ provider, position, createdAt }) =>
      position.at === 'scan' && !position.gaveUp && now() < position.expiresAt
        ? [{ provider, token: position.token, createdAt }]
        : [],
    )
  }

  #applySignIn(intent: StoredIntent, signIn: SignIn): void {
    switch (signIn.by) {
      case 'persona':
        intent.persona = { ...signIn.persona, steps: [...signIn.persona.steps] }
        return
      case 'scan':
        intent.position = newQr(this.#runtime)
        if (signIn.twoStepPassed) intent.twoStepPassed = true
        return
      case 'pairing':
        intent.position = newPairing(this.#runtime)
        return
      case 'consent':
        intent.position = awaitConsent(signIn)
        return
    }
  }

  /** Advances at once, unless a fault comes next: a fault needs a call to apply to. */
  #passFromPhone(intent: StoredIntent): void {
    intent.position = { at: 'passed' }
    const next = intent.persona?.steps[intent.done]
    if (next === undefined || !isFault(next)) this.#proceed(intent)
    this.#runtime.store.save()
  }

  #find(id: string): StoredIntent {
    this.#forgetOldIntents()
    const intent = this.#runtime.store.intent(id)
    if (!intent) throw refusals.intentNotFound()
    if (intent.position.at === 'scan' && rotateQr(this.#runtime, intent.position)) this.#runtime.store.save()
    return intent
  }

  #findQr(token: string): { intent: StoredIntent; position: PositionAt<'scan'> } {
    for (const intent of this.#runtime.store.state.intents) {
      const { position } = intent
      if (position.at !== 'scan') continue
      rotateQr(this.#runtime, position)
      if (isCode(position, token) && !position.gaveUp) return { intent, position }
      if (isCode(position, token) || position.rotated.includes(token)) throw staleQr()
    }
    throw new WireError({
      status: 404,
      type: 'api/resource_not_found',
      title: 'No such QR code',
      detail: 'It was already scanned, or it is not from this sandbox.',
    })
  }

  /**
   * Waits until the QR code that the caller last received is replaced or scanned, for at most
   * `timings.holdMs`.
   */
  async #holdForScan(intent: StoredIntent, { signal }: Call): Promise<void> {
    const { store, timings, now } = this.#runtime
    const until = performance.now() + timings.holdMs
    const known = intent.position.at === 'scan' ? intent.position.token : undefined
    for (;;) {
      const { position } = intent
      if (position.at !== 'scan' || position.gaveUp) return
      if (position.token !== known || position.token !== position.answered) return
      const left = until - performance.now()
      if (left <= 0 || signal.aborted) return
      await store.nextChange(Math.min(left, position.expiresAt - now()), signal)
      if (rotateQr(this.#runtime, position)) store.save()
    }
  }

  /**
   * Advances from a passed checkpoint to the next one or to the outcome. Faults on the way apply to this
   * call.
   */
  async #continue(intent: StoredIntent, call: Call): Promise<void> {
    while (intent.position.at === 'passed') {
      const fault = this.#proceed(intent)
      this.#runtime.store.save()
      if (!fault) return
      await applyFault(this.#runtime, fault, call, intent.api)
      if (call.signal.aborted) throw this.#callerDisconnected(intent)
    }
  }

  /**
   * Advances from a passed checkpoint to the next one or to the outcome. Returns a fault if one comes first.
   */
  #proceed(intent: StoredIntent): FaultStep | undefined {
    const { persona } = intent
    if (!persona) return undefined
    for (const step of persona.steps.slice(intent.done)) {
      intent.done += 1
      if (isFault(step)) {
        if (isFirstOccurrence(this.#runtime, intent.provider, persona, intent.done)) return step
        continue
      }
      intent.position = raiseCheckpoint(this.#runtime, intent, step)
      if (intent.position.at !== 'passed') return undefined
    }
    intent.position = reachOutcome(this.#runtime, this.#accounts, intent, persona)
    return undefined
  }

  /** Returns where the intent stands. An outcome is returned once: the intent is then deleted. */
  async #reply(intent: StoredIntent, { signal }: Call): Promise<Reply> {
    const { store } = this.#runtime
    if (signal.aborted) throw this.#callerDisconnected(intent)
    const { position } = intent
    if (position.at === 'linked' || position.at === 'refused') {
      const collected = remove(store.state.intents, ({ id }) => id === intent.id)
      store.save()
      if (!collected) throw refusals.intentNotFound()
      if (position.at === 'refused') throw new WireError(position.refusal)
      const account = store.account(position.accountId)
      if (!account) throw refusals.accountNotFound()
      return { linked: account }
    }
    if (position.at === 'consent') {
      store.save()
      return { object: 'OauthUrl', url: authorizationUrl(this.#runtime, intent, position) }
    }
    const shown = await checkpointOf(this.#runtime, intent)?.show()
    store.save()
    if (!shown) throw refusals.intentNotFound()
    return { ...shown, intent_id: intent.id }
  }

  #checkReconnect(accountId: string | undefined, provider: SandboxProvider, api: Api): void {
    if (accountId === undefined) return
    const account = this.#runtime.store.account(accountId, api)
    if (!account) throw refusals.accountNotFound()
    if (account.provider !== provider.id) {
      throw refusals.invalidParameters(`account_id: that account belongs to ${account.provider}.`)
    }
  }

  #callerDisconnected({ id }: StoredIntent): WireError {
    this.#runtime.log(`Caller disconnected from intent ${id}`)
    return refusals.callEnded()
  }

  #forgetOldIntents(): void {
    const { store, timings, now } = this.#runtime
    const oldest = now() - timings.intentSeconds * 1000
    store.state.intents = store.state.intents.filter((intent) => intent.createdAt >= oldest)
  }
}

function staleQr(): WireError {
  return new WireError({
    status: 410,
    type: 'provider/expired_qrcode',
    title: 'This QR code is no longer shown',
    detail: 'Scan the one on the screen now, or request a new one there.',
  })
}
