import * as v from 'valibot'
import { isPersona, type NoPersona, type Persona, parsePersona, personaDomain } from '../persona/persona.ts'
import { accountStatuses, deliveryModes, syncStatuses } from '../wire/enums.ts'
import { WireError } from '../wire/wire-error.ts'

/** What the phone is told, as JSON or as a form: a form has strings only, and empty ones for what was left out. */

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
const flag = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((word) => word === 'true'),
  ),
])

/** A sign-in name; the domain may be left out. */
const signInName = v.pipe(text(320), v.transform(fullSignInName))

/** The whole text of a QR code, or only its token. */
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
    v.transform((words) => words || undefined),
  ),
)

export const approveSchema = v.object({ to: signInName, approve: flag })
export const scanSchema = v.object({ qrcode, as })
export const expireSchema = v.object({ qrcode })
export const statusSchema = v.object({ status: v.picklist(accountStatuses), reason })
export const syncSchema = v.object({ status: v.picklist(syncStatuses) })
export const deliveryModeSchema = v.object({ mode: v.picklist(deliveryModes) })

/**
 * Completes a sign-in name, so that people may type `otp.anna` on the phone. A space can only be a `+` that was not
 * escaped in a query.
 */
export function fullSignInName(text: string): string {
  const name = text.trim().toLowerCase().replaceAll(' ', '+')
  return name.includes('@') ? name : `${name}@${personaDomain}`
}

/** The persona that scans; throws for a text that is none. */
export function scanningPersona(text: string): Persona {
  const persona: Persona | NoPersona = parsePersona(text, { shorthand: true })
  if (isPersona(persona)) return persona
  throw new WireError({
    status: 401,
    type: 'provider/invalid_credentials',
    title: 'No such person',
    detail: persona.problem,
  })
}
