import * as v from 'valibot'
import { parseValue } from '../wire/parse-body.ts'
import { fingerprint, type SandboxProvider } from './provider.ts'

const credentialsSchema = v.object({ credentials: v.object({ qrcode: v.literal(true) }) })

export const whatsapp: SandboxProvider = {
  id: 'whatsapp',
  label: 'WhatsApp',
  start(credentials) {
    parseValue({ credentials }, credentialsSchema)
    return 'scan'
  },
  userId: (signInName) =>
    `336${String(fingerprint(signInName).readUInt32BE() % 100_000_000).padStart(8, '0')}@s.whatsapp.net`,
}
