import { en } from '../src/locales/en.ts'
import { enAccounts } from '../src/locales/en-accounts.ts'
import { enBrand } from '../src/locales/en-brand.ts'
import { enCaptcha } from '../src/locales/en-captcha.ts'
import { enChoice } from '../src/locales/en-choice.ts'
import { enConsent } from '../src/locales/en-consent.ts'
import { enContinueOnPhone } from '../src/locales/en-continue-on-phone.ts'
import { enCookies } from '../src/locales/en-cookies.ts'
import { enFieldErrors } from '../src/locales/en-field-errors.ts'
import { enForms } from '../src/locales/en-forms.ts'
import { enInitialSync } from '../src/locales/en-initial-sync.ts'
import { enIntroduction } from '../src/locales/en-introduction.ts'
import { enKinds } from '../src/locales/en-kinds.ts'
import { enOwnProxy } from '../src/locales/en-own-proxy.ts'
import { enPhone } from '../src/locales/en-phone.ts'
import { enQrSteps } from '../src/locales/en-qr-steps.ts'
import { enShow } from '../src/locales/en-show.ts'
import { enSlow } from '../src/locales/en-slow.ts'
import { enUnsupported } from '../src/locales/en-unsupported.ts'
import type { Messages } from '../src/locales/messages.ts'

/** All English messages, which the kit loads in parts. */
export const english: Messages = {
  ...en,
  ...enAccounts,
  ...enBrand,
  ...enCaptcha,
  ...enChoice,
  ...enConsent,
  ...enContinueOnPhone,
  ...enCookies,
  ...enFieldErrors,
  ...enForms,
  ...enInitialSync,
  ...enIntroduction,
  ...enKinds,
  ...enOwnProxy,
  ...enPhone,
  ...enQrSteps,
  ...enShow,
  ...enSlow,
  ...enUnsupported,
}
