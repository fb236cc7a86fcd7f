export { type AccountsClient, type AccountsWatcher, createAccountsClient } from './accounts-client.ts'
export { type Clock, systemClock } from './clock.ts'
export { type ClientOptions, createConnectClient } from './connect-client.ts'
export type { SessionOptions } from './http.ts'
