import { flag, listOf, object, oneOf, optional, type Read, text } from './reader.ts'

/** One input of a sign-in form. What is typed into it is never kept anywhere. */
const readField = object({
  name: text,
  label: text,
  /** `cookies`: a pasted cookie export, of which the values named in `cookies` are found. */
  type: oneOf('text', 'email', 'password', 'tel', 'url', 'number', 'select', 'cookies'),
  /** The HTML autocomplete token, so that password managers fill it. */
  autocomplete: text,
  required: flag,
  help: optional(text),
  placeholder: optional(text),
  /** What a `select` offers; the first one is chosen at first. */
  options: optional(listOf(object({ value: text, label: text }))),
  /** Which credentials a `cookies` field fills, by the cookie's name at the provider. */
  cookies: optional(listOf(object({ cookie: text, credential: text, required: flag }))),
  /** Whose cookies they are: the registrable domain of the provider's site, like `linkedin.com`. */
  domain: optional(text),
  /** Fields of the same group stand under its name. */
  group: optional(text),
})

/** One way to link a provider: a form to fill in, or none where the user acts elsewhere (`qr`, `oauth`). */
const readMethod = object({
  id: text,
  label: text,
  fields: listOf(readField),
  /** What to do on the phone, step by step, where the user acts there. */
  steps: optional(listOf(text)),
  /** Whether a start may name a proxy of the user's own. */
  userProxy: optional(flag),
})

export const readProvider = object({
  id: text,
  name: text,
  kind: oneOf('messaging', 'social', 'email', 'calendar'),
  /** SVG path data on a 24 × 24 grid, and the brand's colour as `#rrggbb`. */
  icon: object({ path: text, color: text }),
  methods: listOf(readMethod),
})

export type Field = Read<typeof readField>
export type Method = Read<typeof readMethod>
export type Provider = Read<typeof readProvider>
export type ProviderKind = Provider['kind']
