'use client'

// The types that this entry's types refer to, so that a host needs no other package for them.
export type { Account, Field, Provider } from '@connect-account/core'
export type { CaptchaAdapter } from './captcha/adapter.ts'
export type {
  FormField,
  StepAction,
  StepBodies,
  StepChoice,
  StepContent,
  StepKind,
  StepTexts,
} from './components/headless/step-content.ts'
export { type StepContentResult, useStepContent } from './components/headless/use-step-content.ts'
export type { ConnectFlow } from './hooks/flow/use-connect-account.ts'
