import { builtPage } from './built-page.ts'
import type { HostedPage } from './hosted-page.ts'

export type { HostedPage } from './hosted-page.ts'

/**
 * The built page, for the setting `links.page` of `createConnectHandler`. It is data: no file is read when a
 * host runs.
 */
export const hostedPage: HostedPage = builtPage
