import { numericId, type SandboxProvider } from './provider.ts'
import { consentSignIn } from './sign-in.ts'
import { hasTokens, tokenSignIn } from './token-sign-in.ts'

const userId = (signInName: string) => `1${numericId(signInName, 10)}${numericId(`${signInName}:google`, 10)}`

export const google: SandboxProvider = {
  id: 'google',
  label: 'Google',
  groups: ['EMAILS', 'CALENDAR'],
  start: (request, runtime) =>
    hasTokens(request) ? tokenSignIn(request, runtime, userId) : consentSignIn(request, runtime),
  userId,
}
