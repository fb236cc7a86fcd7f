import type { LinkTheme } from '@connect-account/core/protocol'
import * as v from 'valibot'

/** A color as `#rgb` or `#rrggbb`. */
const color = v.pipe(v.string(), v.regex(/^#([\da-f]{3}|[\da-f]{6})$/i))

/** A picture over https, or a path on the handler's own origin. */
const picture = v.pipe(v.string(), v.maxLength(2048), v.check(isPicture))

function isPicture(value: string): boolean {
  // A second slash, or a backslash that browsers read as one, would name another host.
  if (/^\/(?![/\\])/.test(value)) return true
  return URL.canParse(value) && new URL(value).protocol === 'https:'
}

/** What a host may set of the hosted page's look. */
export const linkThemeSchema = v.strictObject({
  productName: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))),
  logoUrl: v.exactOptional(picture),
  accent: v.exactOptional(color),
  appearance: v.exactOptional(v.picklist(['auto', 'light', 'dark'])),
  cssVariables: v.exactOptional(
    v.record(
      v.pipe(v.string(), v.regex(/^--ca-[a-z-]{1,40}$/)),
      v.pipe(
        v.string(),
        v.maxLength(200),
        v.regex(/^[^{};<>\\]*$/),
        v.check((value) => !/url\(/i.test(value)),
      ),
    ),
  ),
}) satisfies v.GenericSchema<LinkTheme>
