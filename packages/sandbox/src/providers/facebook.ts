import { numericId, type SandboxProvider } from './provider.ts'
import { passwordSignIn } from './sign-in.ts'

export const facebook: SandboxProvider = {
  id: 'facebook',
  label: 'Facebook',
  groups: ['SOCIAL', 'MESSAGING'],
  start: passwordSignIn,
  userId: (signInName) => numericId(signInName, 15),
}
