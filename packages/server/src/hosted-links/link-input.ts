import { providerCatalogue } from '@connect-account/core/catalogue'
import { ConnectError, type FieldError, type FieldErrorCode } from '@connect-account/core/errors'
import * as v from 'valibot'
import { findUnstorable } from '../storable-text.ts'
import { type LinkOptions, linkOptionsSchema } from '../store/link-options.ts'
import { wizardMethodsOf } from '../upstream/wizard-methods.ts'

type RefusedField = FieldError<FieldErrorCode>

const MAX_MINUTES = 30 * 24 * 60

/**
 * The link options that a user's own browser may set. Only the host sets how the page looks, because other
 * people may see it.
 */
export const linkRequestSchema = v.strictObject({
  ...v.omit(linkOptionsSchema, ['theme']).entries,
  /** Default: a day; at most 30. */
  expiresInMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_MINUTES))),
  /** Connect this account again instead of linking a new one. */
  accountId: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
})

/** Body of `POST /links/{token}/session`: the attempt that the user continues, if there is one. */
export const openRequestSchema = v.strictObject({
  intentId: v.exactOptional(v.pipe(v.string(), v.maxLength(128))),
})

/** Body of `POST /links/{token}/leave`: the attempt that the user leaves, if there is one. */
export const leaveRequestSchema = v.strictObject({
  intentId: v.exactOptional(v.pipe(v.string(), v.maxLength(128))),
})

const linkInputSchema = v.strictObject({
  ...linkRequestSchema.entries,
  theme: linkOptionsSchema.entries.theme,
  userId: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
})

/** What `createLink` takes. `userId` is the host's own id of the user whose account it becomes. */
export type CreateLinkInput = v.InferOutput<typeof linkInputSchema>

/** The wizard is Unipile's: it has its own look, and takes neither scopes nor a proxy. */
const notInWizard = ['scopes', 'proxy', 'locale', 'theme'] as const

/** @throws ConnectError `invalid_request`, which names each wrong member. */
export function readLinkInput(input: CreateLinkInput): CreateLinkInput {
  const parsed = v.safeParse(linkInputSchema, input)
  const fields = parsed.success ? checkInput(parsed.output) : parsed.issues.map(nameOf)
  if (!parsed.success || fields.length > 0) throw new ConnectError('invalid_request', { fields })
  return parsed.output
}

function nameOf(issue: v.BaseIssue<unknown>): RefusedField {
  return {
    name: v.getDotPath(issue) ?? 'body',
    code: issue.expected === 'never' ? 'unknown_member' : 'invalid',
  }
}

function checkInput(input: CreateLinkInput): RefusedField[] {
  const unstorable = findUnstorable(input)
  return unstorable === undefined ? checkOptions(input) : [{ name: unstorable, code: 'invalid' }]
}

function checkOptions({ providers, methods, wizard, ...options }: LinkOptions): RefusedField[] {
  const wanted = providers?.map((id) => providerCatalogue.find((provider) => provider.id === id))
  const offered = (wanted ?? providerCatalogue).flatMap((provider) => provider?.methods ?? [])
  const fields: RefusedField[] = []
  if (wanted?.includes(undefined)) fields.push({ name: 'providers', code: 'unknown_provider' })
  if (methods?.some((id) => !offered.some((method) => method.id === id))) {
    fields.push({ name: 'methods', code: 'unknown_method' })
  }
  if (!wizard) return fields
  for (const name of notInWizard) {
    if (options[name] !== undefined) fields.push({ name, code: 'not_in_wizard' })
  }
  if (methods && wizardMethodsOf(methods).length < methods.length) {
    fields.push({ name: 'methods', code: 'not_in_wizard' })
  }
  return fields
}
