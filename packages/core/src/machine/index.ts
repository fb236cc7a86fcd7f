export { connectMachine } from './connect.machine.ts'
export type {
  ConnectContext,
  ConnectEmitted,
  ConnectEvent,
  ConnectInput,
  IntentMemory,
} from './connect.types.ts'
