import * as v from 'valibot'
import { parseValue } from '../wire/parse-body.ts'
import type { SignIn, StartRequest } from './provider.ts'

const credentialsSchema = v.object({ credentials: v.object({ qrcode: v.literal(true) }) })

/** Shows a QR code, for `{qrcode: true}`. */
export function qrSignIn({ credentials }: StartRequest): SignIn {
  parseValue({ credentials }, credentialsSchema)
  return { by: 'scan' }
}
