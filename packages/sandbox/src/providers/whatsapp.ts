import * as v from 'valibot'
import type { StartRequest } from '../wire/start-request.ts'
import { fingerprint, type SandboxProvider } from './provider.ts'
import { qrSignIn } from './sign-in.ts'

const pairing = v.object({ credentials: v.strictObject({ pairing_phone_number: v.string() }) })

function isPairing(request: StartRequest): boolean {
  return v.is(pairing, request)
}

export const whatsapp: SandboxProvider = {
  id: 'whatsapp',
  label: 'WhatsApp',
  groups: ['MESSAGING'],
  // Only API v1 takes a number: the start of API v2 is refused before.
  start: (request) => (isPairing(request) ? { by: 'pairing' } : qrSignIn(request)),
  userId: (signInName) =>
    `336${String(fingerprint(signInName).readUInt32BE() % 100_000_000).padStart(8, '0')}@s.whatsapp.net`,
}
