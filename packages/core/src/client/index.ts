export { type Clock, systemClock } from './clock.ts'
export { type ClientOptions, createConnectClient } from './connect-client.ts'
