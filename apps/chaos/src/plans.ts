import type { Way } from '../../demo-server/test/every-way/ways.ts'
import type { Randomness } from './randomness.ts'

/** How one user links one account. */
export interface Plan extends Way {
  /** The persona without its name: the checkpoints and the end. */
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

/** Weighted. */
const ways: readonly (readonly [number, Way])[] = [
  [60, { provider: 'linkedin', method: 'credentials' }],
  [15, { provider: 'instagram', method: 'credentials' }],
  [15, { provider: 'whatsapp', method: 'qr' }],
  [18, { provider: 'google', method: 'oauth' }],
]

export function drawPlan(random: Randomness): Plan {
  const way = random.pick(ways)
  // A consent page asks for no checkpoint.
  return { ...way, script: way.method === 'oauth' ? 'plain' : random.pick(scripts) }
}

/** What a user does instead of passing a checkpoint. */
export function drawWhim(random: Randomness) {
  return random.pick([
    [76, 'pass'],
    [8, 'reload'],
    [5, 'answer twice'],
    [4, 'cancel'],
    [4, 'answer wrongly'],
    [3, 'walk away'],
  ] as const)
}

/** What becomes of an account that was linked. */
export function drawSequel(random: Randomness) {
  return random.pick([
    [70, 'none'],
    [10, 'disconnect'],
    [12, 'relink'],
    [8, 'removed upstream'],
  ] as const)
}
