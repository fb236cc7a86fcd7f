import type { CheckpointStep } from '../persona/persona.ts'
import type { Position, StoredIntent } from '../state/state.ts'
import type { World } from '../state/world.ts'
import { approvalCheckpoint } from './approval.ts'
import { authenticatorCheckpoint } from './authenticator.ts'
import { captchaCheckpoint, poseCaptcha } from './captcha.ts'
import { challengeCheckpoint } from './challenge.ts'
import type { Checkpoint } from './checkpoint.ts'
import { codeCheckpoint } from './code.ts'
import { contractCheckpoint } from './contract.ts'
import { LOADING_POLLS, loadingCheckpoint } from './loading.ts'
import { askApproval, sendCode, sendCodeAndAsk } from './messages.ts'
import { novelCheckpoint } from './novel.ts'
import { phoneNumberCheckpoint } from './phone-number.ts'
import { qrCheckpoint } from './qr.ts'
import { twoStepPasswordCheckpoint } from './two-step-password.ts'

/** Puts a persona's next step before the user: what has to be sent is sent. */
export function pose(world: World, intent: StoredIntent, step: CheckpointStep): Position {
  switch (step) {
    case 'otp':
      return sendCode(world, intent, 'OTP', intent.phoneNumber ? 'SMS' : 'EMAIL')
    case '2fa-sms':
      return sendCode(world, intent, '2FA', 'SMS')
    case '2fa-whatsapp':
      return sendCode(world, intent, '2FA', 'WHATSAPP')
    case '2fa-app':
      return { at: 'authenticator' }
    case 'twofa':
      return intent.twoStepPassed === true ? { at: 'passed' } : { at: 'twoStepPassword' }
    case 'in-app':
      return askApproval(world)
    case 'otp-or-in-app':
      return sendCodeAndAsk(world, intent, intent.phoneNumber ? 'SMS' : 'EMAIL')
    case 'phone':
      return { at: 'phoneNumber' }
    case 'captcha':
      return poseCaptcha(world)
    case 'contract':
      return { at: 'contract' }
    case 'challenge':
      return { at: 'challenge' }
    case 'loading':
      return { at: 'loading', pollsLeft: LOADING_POLLS }
    case 'novel':
      return { at: 'novel' }
  }
}

/** The verbs of the checkpoint that the intent stands at; `undefined` when it stands at none. */
export function checkpointOf(world: World, intent: StoredIntent): Checkpoint | undefined {
  const { position } = intent
  switch (position.at) {
    case 'code':
      return codeCheckpoint(world, intent, position)
    case 'authenticator':
      return authenticatorCheckpoint(world, intent, position)
    case 'twoStepPassword':
      return twoStepPasswordCheckpoint(world, intent, position)
    case 'approval':
      return approvalCheckpoint(world, intent, position)
    case 'phoneNumber':
      return phoneNumberCheckpoint(world, intent, position)
    case 'captcha':
      return captchaCheckpoint(world, intent, position)
    case 'contract':
      return contractCheckpoint(world, intent, position)
    case 'challenge':
      return challengeCheckpoint(world, intent, position)
    case 'loading':
      return loadingCheckpoint(world, intent, position)
    case 'novel':
      return novelCheckpoint(world, intent, position)
    case 'qr':
      return qrCheckpoint(world, intent, position)
    case 'consent':
    case 'passed':
    case 'linked':
    case 'refused':
      return undefined
  }
}
