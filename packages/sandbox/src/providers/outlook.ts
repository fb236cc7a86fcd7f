import { fingerprint, type SandboxProvider } from './provider.ts'
import { consentSignIn } from './sign-in.ts'

export const outlook: SandboxProvider = {
  id: 'outlook',
  label: 'Outlook',
  groups: ['EMAILS', 'CALENDAR'],
  start: consentSignIn,
  userId: (signInName) =>
    fingerprint(signInName)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
}
