import { createConnectClient, systemClock } from '@connect-account/core/client'
import { connectMachine, type FlowEvent, openIntent } from '@connect-account/core/internal'
import { isOutcome, Secret, startReference } from '@connect-account/core/protocol'
import { answerCheckpoint } from '@connect-account/sandbox/testing'
import { type Actor, createActor } from 'xstate'
import { credentialsFor } from '../every-way/provider-methods.ts'
import type { Act, CallName, StepName } from './acts.ts'
import { describe, type Flow, shown } from './model.ts'
import { HeldNetwork, withTimeout } from './network.ts'
import type { Path, PathStep } from './paths.ts'
import { hiddenMove, scriptOf } from './script.ts'
import { Surroundings, WRONG_ANSWER } from './surroundings.ts'
import type { TestBed } from './test-bed.ts'
import { transitionKey } from './transitions.ts'

/**
 * Replays a path with the real machine, client, handler, database and sandbox. The user's acts go to the
 * machine; everything else comes from where it really would: the phone, another tab, the network.
 * @returns the machine's transitions that were taken.
 * @throws Error if the machine is not in the path's state after an act.
 */
export async function replay(testBed: TestBed, path: Path): Promise<ReadonlySet<string>> {
  const surroundings = await Surroundings.open(testBed, scriptOf(path))
  const browser = await Browser.open(testBed, surroundings, path)
  try {
    for (const index of path.steps.keys()) await browser.walk(index)
    return browser.taken
  } finally {
    browser.close()
    await surroundings.close(browser.intentIds)
  }
}

/** Prints a path as a list of its acts. */
function print({ opening, steps }: Path, until = steps.length): string {
  return [`${opening.name}:`, ...steps.slice(0, until).map(({ transition }) => `  ${transition}`)].join('\n')
}

const fastClock = {
  ...systemClock,
  /** Shortens delays between retries, but not timeouts. */
  after: (delay: number, callback: () => void) =>
    systemClock.after(delay < 5_000 ? delay / 20 : delay, callback),
}

class Browser {
  readonly taken = new Set<string>()
  readonly intentIds = new Set<string>()
  readonly #testBed: TestBed
  readonly #surroundings: Surroundings
  readonly #path: Path
  readonly #network: HeldNetwork
  readonly #actor: Actor<typeof connectMachine>
  /** How often the machine has received each event. */
  readonly #came = new Map<string, number>()
  readonly #strangersSession: string

  private constructor(
    testBed: TestBed,
    surroundings: Surroundings,
    path: Path,
    before: { accountId: string | undefined; intentId: string | undefined; strangersSession: string },
  ) {
    this.#testBed = testBed
    this.#surroundings = surroundings
    this.#path = path
    this.#strangersSession = before.strangersSession
    this.#network = new HeldNetwork(() => this.#flow.context.intent?.revision ?? 0)
    const transport = createConnectClient({
      session: () => testBed.host.session(surroundings.user),
      baseUrl: `${testBed.host.url}/connect`,
      fetch: this.#network.fetch,
      clock: fastClock,
      random: () => 1,
    })
    let kept = before.intentId
    this.#actor = createActor(connectMachine, {
      input: {
        transport,
        memory: {
          read: () => kept,
          write: (id) => {
            kept = id
          },
          clear: () => {
            kept = undefined
          },
        },
        providers: path.opening.providers,
        ...(path.opening.relinks && { accountId: before.accountId }),
        createId: () => crypto.randomUUID(),
        now: () => Date.now(),
      },
      inspect: (event) => {
        if (event.type !== '@xstate.microstep') return
        this.#came.set(event.event.type, (this.#came.get(event.event.type) ?? 0) + 1)
        for (const transition of event._transitions) this.taken.add(transitionKey(transition))
      },
    })
    this.#actor.subscribe(({ context: { intent } }) => {
      if (intent) this.intentIds.add(intent.id)
    })
    this.#actor.start()
  }

  static async open(testBed: TestBed, surroundings: Surroundings, path: Path): Promise<Browser> {
    const accountId = await surroundings.linkOwner()
    const intentId = path.opening.resumes && (await surroundings.startBeforeReload())
    const strangersSession = await testBed.host.session(testBed.newUser())
    return new Browser(testBed, surroundings, path, { accountId, intentId, strangersSession })
  }

  close(): void {
    this.#actor.stop()
    this.#network.close()
  }

  async walk(index: number): Promise<void> {
    const step = this.#path.steps[index]
    if (!step) return
    try {
      await withTimeout(this.#bringAbout(step, index), 'This step took too long.')
    } catch (error) {
      throw new Error(
        [
          `${print(this.#path, index + 1)}`,
          `  should lead to ${describe(step.state.flow)}`,
          `  and led to     ${describe(this.#flow)} (${this.#flow.context.error?.code ?? 'no error'})`,
          `  as ${this.#surroundings.persona}`,
        ].join('\n'),
        { cause: error },
      )
    }
  }

  async #bringAbout(step: PathStep, index: number): Promise<void> {
    const { act } = step
    const network = this.#network
    const before = new Map(this.#came)
    const came = (event: RegExp) =>
      [...this.#came].some(([type, times]) => event.test(type) && times > (before.get(type) ?? 0))
    const settled = (event: RegExp, isThere: () => boolean = () => true) =>
      this.#until(() => came(event) && isThere() && describe(this.#flow) === describe(step.state.flow))

    switch (act.type) {
      case 'does':
        this.#actor.send(await this.#userEvent(act, index))
        await settled(/./)
        return
      case 'responded': {
        if (
          'to' in act &&
          this.#flow.context.acting === 'cancel' &&
          act.call === 'acting' &&
          act.to !== 'canceled'
        )
          await this.#move(act.to)
        await network.deliver(this.#requestsOf(act.call), () =>
          settled(new RegExp(`^xstate\\.done\\.actor\\..*\\.${act.call}$`)),
        )
        return
      }
      case 'refused': {
        const refused = () =>
          settled(
            new RegExp(`^xstate\\.error\\.actor\\..*\\.${act.call}$`),
            () => this.#flow.context.error?.code === step.state.flow.context.error?.code,
          )
        return this.#refuse(act, index, refused)
      }
      case 'pushed': {
        const { revision = 0 } = this.#flow.context.intent ?? {}
        await this.#pushUpdate(act.to, index)
        await network.push(revision)
        await settled(/^intent\.change$/, () => (this.#flow.context.intent?.revision ?? 0) > revision)
        return
      }
      case 'lost': {
        const session = act.code === 'intent_not_found' ? this.#strangersSession : 'nobody'
        return network.reopenAs(session, () => settled(/^connection\.fail$/))
      }
      case 'connection': {
        const isSo = () => settled(/^connection\.change$/, () => this.#flow.context.connection === act.status)
        if (act.status === 'offline') return network.goOffline(isSo)
        return this.#goLive(isSo)
      }
    }
  }

  /** The stream goes live with its first event, which may be an old one. */
  async #goLive(isLive: () => Promise<void>): Promise<void> {
    if (this.#flow.context.connection === 'live')
      await this.#network.goOffline(() => this.#until(() => this.#flow.context.connection === 'offline'))
    await isLive()
  }

  async #refuse(
    { call, code }: Extract<Act, { type: 'refused' }>,
    index: number,
    refused: () => Promise<void>,
  ): Promise<void> {
    const requests = this.#requestsOf(call)
    switch (code) {
      case 'network_unreachable':
        return this.#network.lose(requests, refused)
      case 'session_invalid':
        return this.#network.pretend('nobody', () => this.#network.deliver(requests, refused))
      case 'intent_not_found':
        return this.#network.pretend(this.#strangersSession, () => this.#network.deliver(requests, refused))
      case 'checkpoint_passed': {
        const from = shown(this.#before(index))
        if (call === 'acting' && from) await this.#move(hiddenMove(this.#path, index, from))
        return this.#network.deliver(requests, refused)
      }
      case 'intent_ended':
        await this.#move('canceled')
        return this.#network.deliver(requests, refused)
      default:
        return this.#network.deliver(requests, refused)
    }
  }

  /** Whether the call makes the request of this name. Other requests are cancels that nobody waits for. */
  #requestsOf(call: CallName): (name: string) => boolean {
    const { context } = this.#flow
    const cancels = (reference: string | undefined) =>
      `DELETE /connect/intents/${encodeURIComponent(reference ?? context.memory.read() ?? '')}`
    const isCanceling = call === 'canceling' || (call === 'acting' && context.acting === 'cancel')
    if (isCanceling) return (name) => name === cancels(openIntent(context))
    const lost = context.lostStarts.map((key) => cancels(startReference(key)))
    return (name) => (call === 'starting' && lost.includes(name)) || !name.startsWith('DELETE ')
  }

  /** Moves the intent on the server, unless it has moved already or moves by itself. */
  async #pushUpdate(to: StepName, index: number): Promise<void> {
    const before = this.#path.steps[index - 1]?.state
    const from = before && shown(before.flow)
    if (before?.behind || (from === 'loading' && before?.flow.context.intent?.provider !== 'google')) return
    await this.#move(to)
  }

  async #move(to: StepName): Promise<void> {
    await this.#surroundings.bringAbout(this.#flow.context.intent?.id ?? '', to)
  }

  async #userEvent({ what, id = '' }: Extract<Act, { type: 'does' }>, index: number): Promise<FlowEvent> {
    const { intent, provider, method } = this.#flow.context
    switch (what) {
      case 'provider.choose':
        return { type: what, providerId: id }
      case 'method.choose':
        return { type: what, methodId: id }
      case 'credentials.submit':
        return {
          type: what,
          credentials: this.#credentials(provider?.id ?? '', method?.id ?? '', this.#fate(index, 'starting')),
        }
      case 'answer.submit': {
        const checkpoint = intent?.step
        if (!checkpoint || isOutcome(checkpoint)) throw new Error('No checkpoint is shown.')
        return {
          type: what,
          checkpointId: checkpoint.id,
          answer: new Secret(await this.#answer(index)),
        }
      }
      case 'challenge.request': {
        const step = intent?.step
        return step?.type === 'challenge' ? { type: what, challenge: step.options[0]?.id } : { type: what }
      }
      case 'reconnect': {
        const outcome = this.#flow.context.end?.outcome
        const account = outcome && 'account' in outcome ? outcome.account : undefined
        return { type: what, account: account ?? { id: 'an account that the host knows', provider: '' } }
      }
      default:
        return { type: what }
    }
  }

  #credentials(provider: string, method: string, fate: Act | undefined): Secret<Record<string, string>> {
    const code = fate?.type === 'refused' ? fate.code : undefined
    const persona =
      code === 'provider_unavailable'
        ? `outage.${this.#surroundings.user}@sandbox.test`
        : this.#surroundings.persona
    const { credentials } = credentialsFor({ provider, method }, persona)
    const values = { ...credentials?.reveal() }
    if (code === 'invalid_credentials') values.password = 'wrong'
    if (code === 'mail_settings_needed') values.user = `${this.#surroundings.user}@nowhere.invalid`
    return new Secret(values)
  }

  /** Returns the right answer if the path expects one, else a wrong one. */
  async #answer(index: number): Promise<string> {
    const fate = this.#fate(index, 'acting')
    const checkpoint = this.#flow.context.intent?.step
    const isRight = fate?.type === 'responded' && !('wrong' in fate && fate.wrong)
    if (!isRight || !checkpoint || isOutcome(checkpoint)) return WRONG_ANSWER
    const who = { phone: this.#testBed.phone, signInName: this.#surroundings.persona }
    return (await answerCheckpoint(checkpoint, who)) ?? WRONG_ANSWER
  }

  /** Returns how the next call will end. */
  #fate(index: number, call: 'starting' | 'acting'): Act | undefined {
    const next = this.#path.steps.slice(index + 1).find(({ act }) => act.type !== 'connection')?.act
    return next && 'call' in next && next.call === call ? next : undefined
  }

  #before(index: number): Flow {
    return this.#path.steps[index - 1]?.state.flow ?? this.#flow
  }

  get #flow(): Flow {
    return this.#actor.getSnapshot()
  }

  #until(isThere: () => boolean): Promise<void> {
    return withTimeout(
      new Promise<void>((resolve) => {
        const check = () => {
          if (!isThere()) return
          subscription.unsubscribe()
          resolve()
        }
        const subscription = this.#actor.subscribe(check)
        check()
      }),
      'It did not happen.',
    )
  }
}
