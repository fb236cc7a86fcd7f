export { connectMachine } from './connect.machine.ts'
export { hasForm } from './connect.selectors.ts'
export type {
  ConnectContext,
  ConnectEnd,
  ConnectInput,
  EndReason,
  FlowEnd,
  FlowEvent,
  IntentMemory,
} from './connect.types.ts'
