/** A page and the files that it loads. */
export interface HostedPage {
  readonly html: string
  /** By the file name in `./assets/{name}`. The name changes with the content. */
  readonly assets: Readonly<Record<string, HostedAsset>>
}

interface HostedAsset {
  readonly contentType: string
  readonly encoding: 'utf8' | 'base64'
  readonly body: string
}
