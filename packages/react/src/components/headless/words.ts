import { en } from '../../locales/en.ts'
import { enCaptcha } from '../../locales/en-captcha.ts'
import { enChoice } from '../../locales/en-choice.ts'
import { enConsent } from '../../locales/en-consent.ts'
import { enCookies } from '../../locales/en-cookies.ts'
import { enFieldErrors } from '../../locales/en-field-errors.ts'
import { enForms } from '../../locales/en-forms.ts'
import { enPhone } from '../../locales/en-phone.ts'
import { enQrSteps } from '../../locales/en-qr-steps.ts'
import { enShow } from '../../locales/en-show.ts'
import { enUnsupported } from '../../locales/en-unsupported.ts'

/** The English messages of every step. */
export const enSteps = {
  ...en,
  ...enCaptcha,
  ...enChoice,
  ...enConsent,
  ...enCookies,
  ...enFieldErrors,
  ...enForms,
  ...enPhone,
  ...enQrSteps,
  ...enShow,
  ...enUnsupported,
}

export type StepMessages = typeof enSteps
