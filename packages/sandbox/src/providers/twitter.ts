import { numericId, type SandboxProvider } from './provider.ts'
import { passwordSignIn } from './sign-in.ts'

export const twitter: SandboxProvider = {
  id: 'twitter',
  label: 'X',
  groups: ['SOCIAL', 'MESSAGING'],
  start: passwordSignIn,
  userId: (signInName) => numericId(signInName, 10),
}
