import { passwordSignIn } from './password-sign-in.ts'
import { fingerprint, type SandboxProvider } from './provider.ts'

export const linkedin: SandboxProvider = {
  id: 'linkedin',
  label: 'LinkedIn',
  start: passwordSignIn,
  userId: (signInName) => `ACoAA${fingerprint(signInName).toString('base64url').slice(0, 34)}`,
}
