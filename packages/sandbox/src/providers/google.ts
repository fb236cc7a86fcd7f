import { numericId, type SandboxProvider } from './provider.ts'
import { consentSignIn } from './sign-in.ts'

export const google: SandboxProvider = {
  id: 'google',
  label: 'Google',
  groups: ['EMAILS', 'CALENDAR'],
  start: consentSignIn,
  userId: (signInName) => `1${numericId(signInName, 10)}${numericId(`${signInName}:google`, 10)}`,
}
