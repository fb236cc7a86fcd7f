import * as v from 'valibot'
import { providerOptionsSchema } from '../upstream/provider-options.ts'
import { linkAppearanceSchema, linkBrandSchema } from './link-look.ts'

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const text = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max))

/** What a link offers and how its page looks. A row keeps all of it, so nothing here may ever be a secret. */
export const linkOptionsSchema = v.strictObject({
  /** The catalogue's ids of the providers on offer. Default: all that the maker's session has. */
  providers: v.exactOptional(v.pipe(v.array(name), v.minLength(1), v.maxLength(32))),
  /**
   * The catalogue's ids of the methods on offer, such as `credentials`, `cookies`, `qr`, `consent`. Default:
   * all.
   */
  methods: v.exactOptional(v.pipe(v.array(name), v.minLength(1), v.maxLength(16))),
  /** The sign-in name that forms are filled in with, and that a provider's consent page suggests. */
  loginHint: v.exactOptional(text(320)),
  /** What to ask for at a provider's consent page (Google, Outlook). Default: Unipile's. */
  scopes: v.exactOptional(v.pipe(v.array(text(256)), v.minLength(1), v.maxLength(32))),
  /** What to ask Unipile for, by the catalogue's id of the provider. Default: as the host's setting says. */
  options: v.exactOptional(v.record(name, providerOptionsSchema)),
  /**
   * Signs in through a proxy that Unipile picks in this country (ISO 3166-1 alpha-2). Default: as the host's
   * setting says.
   */
  proxy: v.exactOptional(v.strictObject({ country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)) })),
  /**
   * Where the user goes at the end, with the result in the query: an address on an allowed origin. Default:
   * the hosted page shows the result.
   */
  redirectUri: v.exactOptional(text(2048)),
  /** Returned to `redirectUri` unchanged. */
  state: v.exactOptional(text(512)),
  /** The page's language (BCP 47). Default: the browser's. */
  locale: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/))),
  /** Its members replace those of the setting. */
  brand: v.exactOptional(linkBrandSchema),
  /** The same. */
  appearance: v.exactOptional(linkAppearanceSchema),
  /** `unipile`: the link goes to Unipile's own hosted wizard instead of the page here. */
  wizard: v.exactOptional(v.picklist(['unipile'])),
})

export type LinkOptions = v.InferOutput<typeof linkOptionsSchema>
