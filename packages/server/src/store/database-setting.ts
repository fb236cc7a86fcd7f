import type { EmbeddedClient } from './embedded-client.ts'

/**
 * Where accounts and intents are kept: PostgreSQL by `url`; an embedded database in a `folder`; one in memory
 * that starts from a `snapshot`; or an embedded `client` that the caller opened, shares and closes. All but
 * the first need the package `@electric-sql/pglite`.
 */
export type DatabaseSetting =
  | { readonly url: string }
  | { readonly folder: string }
  | { readonly snapshot: Blob }
  | { readonly client: EmbeddedClient }
