import { fileURLToPath } from 'node:url'

/** The folder of the built hosted page, for the setting `links.page` of `createConnectHandler`. */
export function hostedPageFolder(): string {
  return fileURLToPath(new URL('../dist/page', import.meta.url))
}
