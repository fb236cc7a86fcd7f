import { flag, listOf, object, oneOf, optional, type Read, text } from './reader.ts'
import { union } from './union.ts'

/** One input of a sign-in form. Its value is never stored. */
const readField = object({
  name: text,
  /** Absent for a field of the catalogue: its words are in the messages of a locale, by `name`. */
  label: optional(text),
  /** `cookies`: a pasted cookie export, from which the values named in `cookies` are read. */
  type: oneOf('text', 'email', 'password', 'tel', 'url', 'number', 'select', 'cookies'),
  /** The HTML autocomplete token, so that password managers fill it. */
  autocomplete: text,
  required: flag,
  help: optional(text),
  placeholder: optional(text),
  /**
   * The options of a `select`; the first one is preselected. Without a `label`, the messages of a locale have
   * it, by `value`.
   */
  options: optional(listOf(object({ value: text, label: optional(text) }))),
  /** Which credentials a `cookies` field fills, by the cookie's name at the provider. */
  cookies: optional(listOf(object({ cookie: text, credential: text, required: flag }))),
  /** The registrable domain of the cookies, such as `linkedin.com`. */
  domain: optional(text),
  /** Fields of the same group are shown together. The messages of a locale may have its name; else it is shown. */
  group: optional(text),
})

const readMethod = union(
  'kind',
  {
    id: text,
    /** Absent for a method of the catalogue: the messages of a locale have it, by `id`. */
    label: optional(text),
  },
  {
    /** A form to fill in; without fields, the intent starts at once. */
    form: {
      fields: listOf(readField),
      /** Whether the user may provide a proxy. */
      userProxy: optional(flag),
    },
    /** A QR code to scan. */
    qr: {
      /**
       * What to do on the phone, in order. Absent for a provider of the catalogue: the messages of a locale have
       * it.
       */
      steps: optional(listOf(text)),
      /** Whether the user may provide a proxy. */
      userProxy: optional(flag),
    },
    /** The provider's own consent page. */
    consent: {},
  },
)
export const readProvider = object({
  id: text,
  /** Its brand, or the standard that it follows: a name, which is not translated. */
  name: text,
  kind: oneOf('messaging', 'social', 'email', 'calendar'),
  /**
   * The brand's mark, from the bottom shape to the top one: SVG path data on a 24 × 24 grid, filled even-odd, and
   * a color as `#rrggbb`.
   */
  icon: listOf(object({ path: text, color: text })),
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
