import type { LinkAppearance, LinkBrand } from '@connect-account/core/protocol'
import * as v from 'valibot'

/** A color as `#rgb` or `#rrggbb`. */
const COLOR = /^#([\da-f]{3}|[\da-f]{6})$/i

/** An address of one of these protocols, or a path on the handler's own origin. */
const address = (...protocols: readonly string[]) =>
  v.pipe(
    v.string(),
    v.maxLength(2048),
    v.check((value) => isPath(value) || (URL.canParse(value) && protocols.includes(new URL(value).protocol))),
  )

/** A second slash, or a backslash that browsers read as one, would name another host. */
const isPath = (value: string) => /^\/(?![/\\])/.test(value)

/** Who asks the visitor of a hosted page. */
export const linkBrandSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  logo: v.exactOptional(address('https:')),
  termsUrl: v.exactOptional(address('https:')),
  privacyUrl: v.exactOptional(address('https:')),
  helpUrl: v.exactOptional(address('https:', 'mailto:')),
}) satisfies v.GenericSchema<LinkBrand>

/** The CSS value of a token. It can neither end its declaration nor load anything. */
const tokenValue = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^[^{};<>\\]*$/),
  v.check((value) => !/url\(/i.test(value)),
)

/** What a host may set of the hosted page's look. */
export const linkAppearanceSchema = v.strictObject({
  colorScheme: v.exactOptional(v.picklist(['auto', 'light', 'dark', 'system'])),
  variables: v.exactOptional(
    v.pipe(
      v.record(v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{1,39}$/)), tokenValue),
      v.check(({ accent }) => accent === undefined || COLOR.test(accent)),
    ),
  ),
}) satisfies v.GenericSchema<LinkAppearance>
