import { builtPage } from './built-page.ts'
import type { HostedPage } from './hosted-page.ts'

export type { HostedPage } from './hosted-page.ts'

/**
 * The built page, for the setting `links.page` of `createConnectHandler`. It is data, so a host reads no
 * files.
 */
export const hostedPage: HostedPage = builtPage
