import type { CheckpointStep } from '../persona/persona.ts'
import type { Runtime } from '../state/runtime.ts'
import type { Position, StoredIntent } from '../state/state.ts'
import { approvalCheckpoint } from './approval.ts'
import { authenticatorCheckpoint } from './authenticator.ts'
import { captchaCheckpoint, newCaptcha } from './captcha.ts'
import { challengeCheckpoint } from './challenge.ts'
import type { Checkpoint } from './checkpoint.ts'
import { codeCheckpoint } from './code.ts'
import { contractCheckpoint } from './contract.ts'
import { LOADING_POLLS, loadingCheckpoint } from './loading.ts'
import { requestApproval, sendCode, sendCodeAndRequestApproval } from './messages.ts'
import { novelCheckpoint } from './novel.ts'
import { phoneNumberCheckpoint } from './phone-number.ts'
import { qrCheckpoint } from './qr.ts'
import { twoStepPasswordCheckpoint } from './two-step-password.ts'

/** Raises the checkpoint of a persona's step, and sends its code or notification. */
export function raiseCheckpoint(runtime: Runtime, intent: StoredIntent, step: CheckpointStep): Position {
  switch (step) {
    case 'otp':
      return sendCode(runtime, intent, 'OTP', intent.phoneNumber ? 'SMS' : 'EMAIL')
    case 'otp-8':
      return sendCode(runtime, intent, 'OTP', intent.phoneNumber ? 'SMS' : 'EMAIL', 'eight-digits')
    case 'otp-letters':
      return sendCode(runtime, intent, 'OTP', intent.phoneNumber ? 'SMS' : 'EMAIL', 'letters')
    case '2fa-sms':
      return sendCode(runtime, intent, '2FA', 'SMS')
    case '2fa-whatsapp':
      return sendCode(runtime, intent, '2FA', 'WHATSAPP')
    case '2fa-app':
      return { at: 'authenticator' }
    case 'twofa':
      return intent.twoStepPassed === true ? { at: 'passed' } : { at: 'twoStepPassword' }
    case 'in-app':
      return requestApproval(runtime)
    case 'otp-or-in-app':
      return sendCodeAndRequestApproval(runtime, intent, intent.phoneNumber ? 'SMS' : 'EMAIL')
    case 'number':
    case 'emoji':
      return requestApproval(runtime, step)
    case 'show-code':
      return requestApproval(runtime, 'code')
    case 'otp-or-number':
      return sendCodeAndRequestApproval(runtime, intent, intent.phoneNumber ? 'SMS' : 'EMAIL', 'number')
    case 'phone':
      return { at: 'phoneNumber' }
    case 'captcha':
      return newCaptcha(runtime)
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

/** Returns the intent's checkpoint; `undefined` if it is at none. */
export function checkpointOf(runtime: Runtime, intent: StoredIntent): Checkpoint | undefined {
  const { position } = intent
  switch (position.at) {
    case 'code':
      return codeCheckpoint(runtime, intent, position)
    case 'authenticator':
      return authenticatorCheckpoint(runtime, intent, position)
    case 'twoStepPassword':
      return twoStepPasswordCheckpoint(runtime, intent, position)
    case 'approval':
      return approvalCheckpoint(runtime, intent, position)
    case 'phoneNumber':
      return phoneNumberCheckpoint(runtime, intent, position)
    case 'captcha':
      return captchaCheckpoint(runtime, intent, position)
    case 'contract':
      return contractCheckpoint(runtime, intent, position)
    case 'challenge':
      return challengeCheckpoint(runtime, intent, position)
    case 'loading':
      return loadingCheckpoint(runtime, intent, position)
    case 'novel':
      return novelCheckpoint(runtime, intent, position)
    case 'scan':
      return qrCheckpoint(runtime, intent, position)
    case 'consent':
    case 'passed':
    case 'linked':
    case 'refused':
      return undefined
  }
}
