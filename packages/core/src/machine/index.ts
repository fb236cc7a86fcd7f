export { connectMachine, hasForm } from './connect.machine.ts'
export type {
  ConnectContext,
  ConnectEnd,
  ConnectEvent,
  ConnectInput,
  IntentMemory,
} from './connect.types.ts'
