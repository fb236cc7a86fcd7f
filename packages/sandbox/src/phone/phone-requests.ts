import * as v from 'valibot'
import { isPersona, type NoPersona, type Persona, parsePersona, personaDomain } from '../persona/persona.ts'
import { accountStatuses, deliveryModes, syncStatuses } from '../wire/enums.ts'
import { WireError } from '../wire/wire-error.ts'

/**
 * The phone's requests, as JSON or as a form. A form has only strings, which are empty for omitted values.
 */

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
const flag = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((word) => word === 'true'),
  ),
])

/** A sign-in name; the domain is optional. */
const signInName = v.pipe(text(320), v.transform(fullSignInName))

/** The text of a QR code, or only its token. */
const qrcode = v.pipe(
  text(2000),
  v.transform((code) => (URL.canParse(code) ? (new URL(code).searchParams.get('scan') ?? code) : code)),
)

const as = v.union([
  text(320),
  v.pipe(
    v.object({ persona: text(320) }),
    v.transform(({ persona }) => persona),
  ),
])

const reason = v.exactOptional(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(200),
    v.transform((given) => given || undefined),
  ),
)

/** `value`: what was tapped or entered, if the notification asks to. */
export const approveSchema = v.object({
  to: signInName,
  approve: flag,
  value: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
})
export const scanSchema = v.object({ qrcode, as })
export const expireSchema = v.object({ qrcode })
export const statusSchema = v.object({
  status: v.picklist(accountStatuses),
  reason,
  /** The one product that `partial` or `degraded` is about. */
  product: reason,
})
export const lockSchema = v.object({ locked: flag })
export const syncSchema = v.object({ status: v.picklist(syncStatuses) })
export const deliveryModeSchema = v.object({ mode: v.picklist(deliveryModes) })

/**
 * Adds the domain to a sign-in name such as `otp.anna`. A space can only be a `+` that was not escaped in a
 * query.
 */
export function fullSignInName(text: string): string {
  const name = text.trim().toLowerCase().replaceAll(' ', '+')
  return name.includes('@') ? name : `${name}@${personaDomain}`
}

/** Returns the persona who scans. @throws WireError if the text is not a sign-in name. */
export function personaThatScans(text: string): Persona {
  const persona: Persona | NoPersona = parsePersona(text, { shorthand: true })
  if (isPersona(persona)) return persona
  throw new WireError({
    status: 401,
    type: 'provider/invalid_credentials',
    title: 'No such person',
    detail: persona.problem,
  })
}
