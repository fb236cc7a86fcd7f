import { type ConnectTransport, type Intent, isOutcome, Secret } from '@connect-account/core/protocol'
import { passConsent, returnToken } from '@connect-account/sandbox/testing'
import { next, pass, walk } from '../every-way/walk.ts'
import { isEnd, type StepName, steps } from './acts.ts'
import { startOf } from './model.ts'
import type { Script } from './script.ts'
import { expire, type TestBed } from './test-bed.ts'

/** Wrong as a code, a password, a captcha and a phone number. */
export const WRONG_ANSWER = '12'

/** What acts around one browser: the same user's other tab, and the phone. */
export class Surroundings {
  readonly user: string
  readonly persona: string
  readonly tab: ConnectTransport
  readonly #testBed: TestBed
  readonly #script: Script

  private constructor(testBed: TestBed, script: Script, user: string, tab: ConnectTransport) {
    this.#testBed = testBed
    this.#script = script
    this.user = user
    this.tab = tab
    this.persona = personaOf(script.steps, user)
  }

  static async open(testBed: TestBed, script: Script): Promise<Surroundings> {
    const user = testBed.newUser()
    return new Surroundings(testBed, script, user, await testBed.host.client(user))
  }

  /** Links the account that must exist before. Returns its id. */
  async linkOwner(): Promise<string | undefined> {
    const { owner, method } = this.#script
    if (owner === undefined) return undefined
    const { phone } = this.#testBed
    const { outcome } = await walk({ client: this.tab, phone, method, persona: personaOf(owner, this.user) })
    if (outcome?.type !== 'linked') throw new Error(`The owner was not linked: ${JSON.stringify(outcome)}`)
    return outcome.account.id
  }

  /** Starts the intent that the reloaded page resumes. Returns its id. */
  async startBeforeReload(): Promise<string> {
    const { resumed } = this.#script
    const isLeft = resumed === 'canceled' || resumed === 'expired'
    const step = steps[isLeft ? 'otp' : resumed === 'failed' ? 'in_app' : resumed]
    const { intent } = await walk({
      client: this.tab,
      phone: this.#testBed.phone,
      method: startOf(resumed),
      persona: isLeft
        ? personaOf('otp', this.user)
        : resumed === 'failed'
          ? personaOf('in-app', this.user)
          : this.persona,
      ...(!isOutcome(step) && { stopAt: step.type }),
    })
    if (isEnd(resumed) && !isOutcome(intent.step)) {
      await this.bringAbout(intent.id, resumed)
      // The server hears of a refusal on the phone a moment later.
      await next(this.tab, intent)
    }
    return intent.id
  }

  /** Moves the intent to the step `to` without the browser. */
  async bringAbout(intentId: string, to: StepName): Promise<void> {
    const { tab } = this
    const { phone, webhooks } = this.#testBed
    const intent = await tab.getIntent(intentId)
    const checkpoint = intent.step
    if (isOutcome(checkpoint)) throw new Error(`The intent has ended already: ${checkpoint.type}.`)
    if (to === 'canceled') return void (await tab.cancel(intentId))
    if (to === 'expired') return expire(this.#testBed, tab, intentId)
    if (checkpoint.type === steps[to].type) return this.#repeat(intent)
    if (checkpoint.type === 'consent') {
      // Otherwise the webhook could arrive before the browser has seen `loading`.
      webhooks.shut()
      const page = await passConsent(checkpoint.url, this.persona, to === 'failed' ? 'deny' : 'allow')
      const token = await returnToken(page)
      if (token) await tab.confirmReturn(intentId, token)
      return
    }
    if (to === 'failed') return phone.decline(this.#approver())
    if (intent.provider === 'google') {
      webhooks.open()
      return void (await next(tab, intent))
    }
    await pass({ client: tab, phone, persona: this.persona, intent, checkpoint })
  }

  /** Makes the server send the same checkpoint again. */
  async #repeat({ id, step }: Intent): Promise<void> {
    if (step.type === 'qr') return this.#testBed.phone.expire(step.qrcode)
    if (step.type === 'show') return void (await this.tab.challenge(id))
    if (step.type === 'in_app') return void (await this.tab.resend(id))
    if (!('id' in step)) throw new Error(`Nothing is repeated at ${step.type}.`)
    await this.tab.solve(id, { checkpoint: step.id, answer: new Secret(WRONG_ANSWER) })
  }

  /** Lets held webhooks through, and cancels open intents, which the server would keep polling. */
  async close(intentIds: Iterable<string>): Promise<void> {
    this.#testBed.webhooks.open()
    for (const id of intentIds) await this.tab.cancel(id)
  }

  #approver(): string {
    return this.#script.resumed === 'failed' ? personaOf('in-app', this.user) : this.persona
  }
}

function personaOf(script: string, user: string): string {
  return `${script}.${user}@sandbox.test`
}
