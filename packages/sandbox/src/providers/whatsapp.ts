import { fingerprint, type SandboxProvider } from './provider.ts'
import { qrSignIn } from './sign-in.ts'

export const whatsapp: SandboxProvider = {
  id: 'whatsapp',
  label: 'WhatsApp',
  groups: ['MESSAGING'],
  start: qrSignIn,
  userId: (signInName) =>
    `336${String(fingerprint(signInName).readUInt32BE() % 100_000_000).padStart(8, '0')}@s.whatsapp.net`,
}
