import { type ConnectTransport, type Intent, isOutcome, Secret } from '@connect-account/core/protocol'
import { passConsent } from '@connect-account/sandbox/testing'
import { next, pass, walk } from '../every-way/walk.ts'
import { isEnd, type StepName, steps } from './acts.ts'
import { homeOf } from './model.ts'
import type { Script } from './script.ts'
import { expire, type Stage } from './stage.ts'

/** Nobody's code, password, captcha or number. */
export const WRONG_ANSWER = '12'

/** What happens around one browser: the same user's other tab, and the phone. */
export class World {
  readonly user: string
  readonly persona: string
  readonly tab: ConnectTransport
  readonly #stage: Stage
  readonly #script: Script

  private constructor(stage: Stage, script: Script, user: string, tab: ConnectTransport) {
    this.#stage = stage
    this.#script = script
    this.user = user
    this.tab = tab
    this.persona = personaOf(script.steps, user)
  }

  static async open(stage: Stage, script: Script): Promise<World> {
    const user = stage.newUser()
    return new World(stage, script, user, await stage.host.client(user))
  }

  /** Links the account that has to be there before; answers its id. */
  async linkOwner(): Promise<string | undefined> {
    const { owner, method } = this.#script
    if (owner === undefined) return undefined
    const { phone } = this.#stage
    const { outcome } = await walk({ client: this.tab, phone, method, persona: personaOf(owner, this.user) })
    if (outcome?.type !== 'linked') throw new Error(`The owner was not linked: ${JSON.stringify(outcome)}`)
    return outcome.account.id
  }

  /** Starts the intent that a reload finds; answers its id. */
  async startBeforeReload(): Promise<string> {
    const { resumed } = this.#script
    const isLeft = resumed === 'cancelled' || resumed === 'expired'
    const step = steps[isLeft ? 'otp' : resumed === 'failed' ? 'in_app' : resumed]
    const { intent } = await walk({
      client: this.tab,
      phone: this.#stage.phone,
      method: homeOf(resumed),
      persona: isLeft
        ? personaOf('otp', this.user)
        : resumed === 'failed'
          ? personaOf('in-app', this.user)
          : this.persona,
      ...(!isOutcome(step) && { stopAt: step.type }),
    })
    if (isEnd(resumed) && !isOutcome(intent.step)) await this.bringAbout(intent.id, resumed)
    return intent.id
  }

  /** Takes the intent to the step `to`, without the browser's doing. */
  async bringAbout(intentId: string, to: StepName): Promise<void> {
    const { tab } = this
    const { phone, webhooks } = this.#stage
    const intent = await tab.getIntent(intentId)
    const checkpoint = intent.step
    if (isOutcome(checkpoint)) throw new Error(`The intent has ended already: ${checkpoint.type}.`)
    if (to === 'cancelled') return void (await tab.cancel(intentId))
    if (to === 'expired') return expire(this.#stage, tab, intentId)
    if (checkpoint.type === steps[to].type) return this.#repeat(intent)
    if (checkpoint.type === 'oauth') {
      // Or the confirmation overtakes the wait for it.
      webhooks.shut()
      return void (await passConsent(checkpoint.url, this.persona, to === 'failed' ? 'deny' : 'allow'))
    }
    if (to === 'failed') return phone.decline(this.#approver())
    if (intent.provider === 'google') {
      webhooks.open()
      return void (await next(tab, intent))
    }
    await pass({ client: tab, phone, persona: this.persona, intent, checkpoint })
  }

  /** Has the same checkpoint told once more. */
  async #repeat({ id, step }: Intent): Promise<void> {
    if (step.type === 'qr') return this.#stage.phone.expire(step.qrcode)
    if (step.type === 'in_app') return void (await this.tab.resend(id))
    if (!('id' in step)) throw new Error(`Nothing is repeated at ${step.type}.`)
    await this.tab.solve(id, { checkpoint: step.id, answer: new Secret(WRONG_ANSWER) })
  }

  /** Lets everything that is held for this world go, and ends what was left open: the server would go on waiting for it. */
  async close(intentIds: Iterable<string>): Promise<void> {
    this.#stage.webhooks.open()
    for (const id of intentIds) await this.tab.cancel(id)
  }

  #approver(): string {
    return this.#script.resumed === 'failed' ? personaOf('in-app', this.user) : this.persona
  }
}

function personaOf(script: string, user: string): string {
  return `${script}.${user}@sandbox.test`
}
