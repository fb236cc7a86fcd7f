/** A page and the files that it loads. */
export interface HostedPage {
  readonly html: string
  /** By file name, as `./assets/{name}` in the page. A file's name changes with its content. */
  readonly assets: Readonly<Record<string, HostedAsset>>
}

interface HostedAsset {
  readonly contentType: string
  readonly encoding: 'utf8' | 'base64'
  readonly body: string
}
