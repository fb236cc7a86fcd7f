import { numericId, type SandboxProvider } from './provider.ts'
import { qrSignIn } from './sign-in.ts'

export const googleMessages: SandboxProvider = {
  id: 'google_messages',
  label: 'Google Messages',
  groups: ['MESSAGING'],
  start: qrSignIn,
  userId: (signInName) => `+336${numericId(signInName, 8)}`,
}
