import { flag, listOf, object, oneOf, optional, type Read, text } from './reader.ts'
import { union } from './union.ts'

/** One input of a sign-in form. Its value is never stored. */
const readField = object({
  name: text,
  label: text,
  /** `cookies`: a pasted cookie export, from which the values named in `cookies` are read. */
  type: oneOf('text', 'email', 'password', 'tel', 'url', 'number', 'select', 'cookies'),
  /** The HTML autocomplete token, so that password managers fill it. */
  autocomplete: text,
  required: flag,
  help: optional(text),
  placeholder: optional(text),
  /** The options of a `select`; the first one is preselected. */
  options: optional(listOf(object({ value: text, label: text }))),
  /** Which credentials a `cookies` field fills, by the cookie's name at the provider. */
  cookies: optional(listOf(object({ cookie: text, credential: text, required: flag }))),
  /** The registrable domain of the cookies, such as `linkedin.com`. */
  domain: optional(text),
  /** Fields of the same group are shown under its name. */
  group: optional(text),
})

const readMethod = union(
  'kind',
  { id: text, label: text },
  {
    /** A form to fill in; without fields, the intent starts at once. */
    form: {
      fields: listOf(readField),
      /** Whether the user may provide a proxy. */
      userProxy: optional(flag),
    },
    /** A QR code to scan; `steps` say what to do on the phone, in order. */
    qr: {
      steps: listOf(text),
      /** Whether the user may provide a proxy. */
      userProxy: optional(flag),
    },
    /** The provider's own consent page. */
    consent: {},
  },
)
export const readProvider = object({
  id: text,
  name: text,
  kind: oneOf('messaging', 'social', 'email', 'calendar'),
  /** SVG path data on a 24 × 24 grid, and the brand's color as `#rrggbb`. */
  icon: object({ path: text, color: text }),
  /** Methods of a kind that this version does not know are left out, because it could not start them. */
  methods: listOf(readMethod),
})

/** The body of `GET /providers`. */
export const readProviderList = object({ providers: listOf(readProvider) })

export type Field = Read<typeof readField>
/** One way to link a provider. */
export type Method = Exclude<Read<typeof readMethod>, undefined>
/** The method of one kind: `MethodOf<'form'>`. */
export type MethodOf<K extends Method['kind']> = Extract<Method, { kind: K }>
export type Provider = Read<typeof readProvider>
export type ProviderKind = Provider['kind']
