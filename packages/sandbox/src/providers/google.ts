import { consentSignIn } from './consent-sign-in.ts'
import { numericId, type SandboxProvider } from './provider.ts'

export const google: SandboxProvider = {
  id: 'google',
  label: 'Google',
  start: consentSignIn,
  userId: (signInName) => `1${numericId(signInName, 10)}${numericId(`${signInName}:google`, 10)}`,
}
