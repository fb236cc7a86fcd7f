import { passwordSignIn } from './password-sign-in.ts'
import { numericId, type SandboxProvider } from './provider.ts'

export const facebook: SandboxProvider = {
  id: 'facebook',
  label: 'Facebook',
  start: passwordSignIn,
  userId: (signInName) => numericId(signInName, 15),
}
