import * as v from 'valibot'

/** One input of a sign-in form. What is typed into a `password` field, or one marked `secret`, is never kept anywhere. */
export const fieldSchema = v.object({
  name: v.string(),
  label: v.string(),
  type: v.picklist(['text', 'email', 'password', 'tel', 'url', 'number']),
  /** The HTML autocomplete token, so that password managers fill it. */
  autocomplete: v.string(),
  required: v.boolean(),
  help: v.exactOptional(v.string()),
  placeholder: v.exactOptional(v.string()),
})

/** One way to link a provider: a form to fill in, or none where the user acts elsewhere (`qr`, `oauth`). */
export const methodSchema = v.object({
  id: v.string(),
  label: v.string(),
  fields: v.array(fieldSchema),
})

export const providerKinds = ['messaging', 'social', 'email', 'calendar'] as const

export const providerSchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(providerKinds),
  /** SVG path data on a 24 × 24 grid, and the brand's colour as `#rrggbb`. */
  icon: v.object({ path: v.string(), color: v.string() }),
  methods: v.array(methodSchema),
})

export type Field = v.InferOutput<typeof fieldSchema>
export type Method = v.InferOutput<typeof methodSchema>
export type ProviderKind = (typeof providerKinds)[number]
export type Provider = v.InferOutput<typeof providerSchema>
