import { fingerprint, type SandboxProvider } from './provider.ts'
import { consentSignIn } from './sign-in.ts'
import { hasTokens, tokenSignIn } from './token-sign-in.ts'

const userId = (signInName: string) =>
  fingerprint(signInName)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

export const outlook: SandboxProvider = {
  id: 'outlook',
  label: 'Outlook',
  groups: ['EMAILS', 'CALENDAR'],
  start: (request, runtime) =>
    hasTokens(request) ? tokenSignIn(request, runtime, userId) : consentSignIn(request, runtime),
  userId,
}
