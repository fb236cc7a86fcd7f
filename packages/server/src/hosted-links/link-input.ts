import { providerCatalogue } from '@connect-account/core/catalogue'
import { ConnectError, type FieldError, type FieldErrorCode } from '@connect-account/core/errors'
import * as v from 'valibot'
import { findUnstorable } from '../storable-text.ts'
import { type LinkOptions, linkOptionsSchema } from '../store/link-options.ts'
import { providerOptionsSchema } from '../upstream/provider-options.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { wizardMethodsOf } from '../upstream/wizard-methods.ts'

type RefusedField = FieldError<FieldErrorCode>

const MAX_MINUTES = 30 * 24 * 60

/** How long a link works that a user made without the host, in minutes: at most, and by default. */
export const MAX_OWN_MINUTES = 60

const minutes = (max: number) =>
  v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max)))

/** Connect this account again instead of linking a new one. */
const accountId = v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(128)))

const { providers, methods, loginHint, locale } = linkOptionsSchema.entries

/**
 * The options of a link that a user makes without the host. Scopes, proxies, where the visitor goes afterwards and how
 * the page looks are the host's to choose, and Unipile's wizard does not say whose account it becomes.
 */
export const linkRequestSchema = v.strictObject({
  providers,
  methods,
  loginHint,
  locale,
  accountId,
  /** Default: an hour, which is also the most. */
  expiresInMinutes: minutes(MAX_OWN_MINUTES),
})

/** What a browser keeps that continued with a link: at least 128 random bits. */
const browser = v.pipe(v.string(), v.regex(/^[\w-]{22,64}$/))
/** The attempt that the visitor continues or leaves, if there is one. */
const intentId = v.exactOptional(v.pipe(v.string(), v.maxLength(128)))

/** Body of `POST /links/{token}/details`. */
export const detailsRequestSchema = v.strictObject({ browser: v.exactOptional(browser), intentId })

/** Body of `POST /links/{token}/session`. */
export const openRequestSchema = v.strictObject({ browser, intentId })

/** Body of `POST /links/{token}/wizard`. */
export const wizardRequestSchema = v.strictObject({ browser })

/** Body of `POST /links/wizard/{state}/return`: `token` is what the page of the return has. */
export const wizardReturnRequestSchema = v.strictObject({
  browser,
  token: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
})

/** Body of `POST /links/{token}/leave`. */
export const leaveRequestSchema = v.strictObject({ browser: v.exactOptional(browser), intentId })

const linkInputSchema = v.strictObject({
  ...linkOptionsSchema.entries,
  accountId,
  /** Default: a day; at most 30. */
  expiresInMinutes: minutes(MAX_MINUTES),
  userId: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
})

/** What `links.create` takes. `userId` is the host's own id of the user whose account it becomes. */
export type CreateLinkInput = v.InferOutput<typeof linkInputSchema>

const memberNames = v.array(v.keyof(providerOptionsSchema))

type WizardTakes = Upstream['wizardTakes']

/** The wizard is Unipile's: it has its own look. */
const notInWizard = ['locale', 'brand', 'appearance'] as const

/** @throws ConnectError `invalid_request`, which names each wrong member. */
export function readLinkInput(input: CreateLinkInput, wizardTakes: WizardTakes): CreateLinkInput {
  const parsed = v.safeParse(linkInputSchema, input)
  const fields = parsed.success ? checkInput(parsed.output, wizardTakes) : parsed.issues.map(nameOf)
  if (!parsed.success || fields.length > 0) throw new ConnectError('invalid_request', { fields })
  return parsed.output
}

function nameOf(issue: v.BaseIssue<unknown>): RefusedField {
  return {
    name: v.getDotPath(issue) ?? 'body',
    code: issue.expected === 'never' ? 'unknown_member' : 'invalid',
  }
}

function checkInput(input: CreateLinkInput, wizardTakes: WizardTakes): RefusedField[] {
  const unstorable = findUnstorable(input)
  return unstorable === undefined ? checkOptions(input, wizardTakes) : [{ name: unstorable, code: 'invalid' }]
}

function checkOptions(
  { providers, methods, wizard, ...options }: LinkOptions,
  wizardTakes: WizardTakes,
): RefusedField[] {
  const wanted = providers?.map((id) => providerCatalogue.find((provider) => provider.id === id))
  const offered = (wanted ?? providerCatalogue).flatMap((provider) => provider?.methods ?? [])
  const fields: RefusedField[] = []
  if (wanted?.includes(undefined)) fields.push({ name: 'providers', code: 'unknown_provider' })
  if (methods?.some((id) => !offered.some((method) => method.id === id))) {
    fields.push({ name: 'methods', code: 'unknown_method' })
  }
  for (const id of Object.keys(options.options ?? {})) {
    if (!providerCatalogue.some((provider) => provider.id === id)) {
      fields.push({ name: `options.${id}`, code: 'unknown_provider' })
    }
  }
  if (!wizard) return fields
  fields.push(...notOfWizard(options, wizardTakes).map((name) => ({ name, code: 'not_in_wizard' as const })))
  for (const name of notInWizard) {
    if (options[name] !== undefined) fields.push({ name, code: 'not_in_wizard' })
  }
  if (methods && wizardMethodsOf(methods).length < methods.length) {
    fields.push({ name: 'methods', code: 'not_in_wizard' })
  }
  return fields
}

/** What this API's wizard cannot be asked for. */
function notOfWizard(
  { scopes, proxy, options = {} }: Pick<LinkOptions, 'scopes' | 'proxy' | 'options'>,
  wizardTakes: WizardTakes,
): string[] {
  const given = [
    ...(scopes ? [['scopes', 'scopes'] as const] : []),
    ...Object.entries(options).flatMap(([id, ofProvider]) =>
      v.parse(memberNames, Object.keys(ofProvider)).map((name) => [`options.${id}.${name}`, name] as const),
    ),
  ]
  return [
    ...(proxy && !wizardTakes.proxy ? ['proxy'] : []),
    ...given.filter(([, name]) => !wizardTakes.options.has(name)).map(([path]) => path),
  ]
}
