import { passwordSignIn } from './password-sign-in.ts'
import { numericId, type SandboxProvider } from './provider.ts'

export const twitter: SandboxProvider = {
  id: 'twitter',
  label: 'X',
  start: passwordSignIn,
  userId: (signInName) => numericId(signInName, 10),
}
