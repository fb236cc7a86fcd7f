import * as v from 'valibot'

export const linkPageSchema = v.object({
  html: v.pipe(v.string(), v.minLength(1)),
  /** By file name, as `./assets/{name}` in the page. */
  assets: v.record(
    v.string(),
    v.object({ contentType: v.string(), encoding: v.picklist(['utf8', 'base64']), body: v.string() }),
  ),
})

/** A built page: what `@connect-account/hosted` exports as `hostedPage`. */
export type LinkPage = v.InferOutput<typeof linkPageSchema>
