import type { MethodOf, Provider } from '@connect-account/core'
import { sampleProvider } from '@connect-account/core/testing'
import { vi } from 'vitest'
import type { ConnectStepOf } from '../src/index.ts'

const linkedin = sampleProvider('linkedin')

/** The members of every checkpoint step. */
const atCheckpoint = {
  provider: linkedin,
  checkpointId: 'checkpoint-1',
  pending: false,
  connection: 'live',
  cancel: () => {},
} as const

export function credentialsStep(
  changes: Omit<Partial<ConnectStepOf<'credentials'>>, 'submit' | 'keep'> = {},
) {
  return {
    type: 'credentials',
    provider: linkedin,
    method: formOf(linkedin, 'credentials'),
    pending: false,
    known: {},
    keep: vi.fn<ConnectStepOf<'credentials'>['keep']>(),
    submit: vi.fn<ConnectStepOf<'credentials'>['submit']>(),
    chooseMethod: () => {},
    cancel: () => {},
    ...changes,
  } satisfies ConnectStepOf<'credentials'>
}

/** Returns the form with this ID. Throws if the provider has none. */
export function formOf(provider: Provider, methodId: string): MethodOf<'form'> {
  const method = provider.methods.find(({ id }) => id === methodId)
  if (method?.kind !== 'form') throw new Error(`${provider.name} has no form "${methodId}".`)
  return method
}

export function imapStep(methodId: 'password' | 'manual') {
  const provider = sampleProvider('imap')
  return {
    ...credentialsStep({ provider, method: formOf(provider, methodId) }),
    chooseMethod: vi.fn<(methodId: string) => void>(),
  }
}

export function twoFactorStep(changes: Omit<Partial<ConnectStepOf<'two_factor'>>, 'submit'> = {}) {
  return {
    ...otpStep(),
    type: 'two_factor',
    platform: 'app',
    submit: vi.fn<(code: string) => void>(),
    ...changes,
  } satisfies ConnectStepOf<'two_factor'>
}

export function otpStep(changes: Omit<Partial<ConnectStepOf<'otp'>>, 'submit' | 'tryAnotherWay'> = {}) {
  return {
    ...atCheckpoint,
    type: 'otp',
    format: 'digits',
    length: 6,
    submit: vi.fn<(code: string) => void>(),
    tryAnotherWay: vi.fn<() => void>(),
    ...changes,
  } satisfies ConnectStepOf<'otp'>
}

export function phoneStep(changes: Omit<Partial<ConnectStepOf<'phone'>>, 'submit' | 'keep'> = {}) {
  return {
    ...atCheckpoint,
    type: 'phone',
    keep: vi.fn<(phone: string) => void>(),
    submit: vi.fn<(phone: string) => void>(),
    ...changes,
  } satisfies ConnectStepOf<'phone'>
}

export function captchaStep(changes: Omit<Partial<ConnectStepOf<'captcha'>>, 'submit'> = {}) {
  return {
    ...atCheckpoint,
    type: 'captcha',
    publicKey: 'key',
    data: 'blob',
    submit: vi.fn<(token: string) => void>(),
    tryAnotherWay: () => {},
    ...changes,
  } satisfies ConnectStepOf<'captcha'>
}

export function inAppStep(changes: Partial<ConnectStepOf<'in_app'>> = {}) {
  return {
    ...atCheckpoint,
    type: 'in_app',
    tryAnotherWay: vi.fn<() => void>(),
    ...changes,
  } satisfies ConnectStepOf<'in_app'>
}

export function showStep(changes: Partial<Omit<ConnectStepOf<'show'>, 'refresh'>> = {}) {
  return {
    ...atCheckpoint,
    type: 'show',
    provider: sampleProvider('whatsapp'),
    show: { kind: 'code', value: 'ABCD-1234', label: 'ABCD-1234', expiresAt: Date.now() + 120_000 },
    refresh: vi.fn<() => void>(),
    ...changes,
  } satisfies ConnectStepOf<'show'>
}

export function qrStep(changes: Partial<ConnectStepOf<'qr'>> = {}) {
  return {
    ...atCheckpoint,
    type: 'qr',
    provider: sampleProvider('whatsapp'),
    qrcode: 'first',
    shownAt: Date.now(),
    expiresAt: Date.now() + 20_000,
    round: 1,
    refresh: vi.fn<() => void>(),
    ...changes,
  } satisfies ConnectStepOf<'qr'>
}
