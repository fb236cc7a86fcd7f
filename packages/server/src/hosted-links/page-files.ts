import type { LinkPage } from './link-page.ts'

/** A file of the hosted page. */
interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** The hosted page as it is served: a request can only name one of its files, never a path. */
export interface PageFiles {
  readonly html: string
  readonly assets: ReadonlyMap<string, PageFile>
}

export function readPageFiles({ html, assets }: LinkPage): PageFiles {
  const files = Object.entries(assets).map(([name, { contentType, encoding, body }]) => {
    const file: PageFile = { body: new Uint8Array(Buffer.from(body, encoding)), type: contentType }
    return [name, file] as const
  })
  return { html, assets: new Map(files) }
}
