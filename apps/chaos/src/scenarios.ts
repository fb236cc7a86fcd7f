import { providerCatalogue } from '@connect-account/core/catalogue'
import type { Method } from '@connect-account/core/protocol'
import type { Random } from '@connect-account/test-random'

/** How one user links one account. */
export interface Scenario {
  readonly provider: string
  readonly method: Method
  /** The persona's steps and outcome: a sign-in name without its person. */
  readonly script: string
}

const scripts = [
  [16, 'plain'],
  [8, 'otp'],
  [5, '2fa-app'],
  [4, '2fa-sms'],
  [6, 'in-app'],
  [4, 'otp-or-in-app'],
  [3, 'phone+otp'],
  [2, 'captcha'],
  [2, 'captcha+otp'],
  [3, 'contract'],
  [3, 'challenge'],
  [4, 'loading'],
  [3, 'otp+restricted'],
  [3, 'in-app+duplicate'],
  [2, 'reset+otp'],
  [2, 'otp+garbage'],
] as const

/** Each with the method that the catalogue lists first. */
const providers = [
  [60, 'linkedin'],
  [15, 'instagram'],
  [15, 'whatsapp'],
  [18, 'google'],
] as const

export function drawScenario(random: Random): Scenario {
  const provider = random.pick(providers)
  const method = providerCatalogue.find(({ id }) => id === provider)?.methods[0]
  if (!method) throw new Error(`The catalogue has no method for ${provider}.`)
  // A consent page raises no checkpoints.
  return { provider, method, script: method.kind === 'consent' ? 'plain' : random.pick(scripts) }
}

/** Draws what a user does at a checkpoint. */
export function drawAction(random: Random) {
  return random.pick([
    [76, 'answer'],
    [8, 'reload'],
    [5, 'answer twice'],
    [4, 'cancel'],
    [4, 'answer wrongly'],
    [3, 'close the page'],
  ] as const)
}

/** Draws what happens to an account after it was linked. */
export function drawFollowUp(random: Random) {
  return random.pick([
    [70, 'none'],
    [10, 'disconnect'],
    [12, 'reconnect'],
    [8, 'delete upstream'],
  ] as const)
}
