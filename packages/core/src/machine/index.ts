export { connectMachine } from './connect.machine.ts'
export { hasForm, openIntent } from './connect.selectors.ts'
export type {
  ConnectContext,
  ConnectEnd,
  ConnectInput,
  EndReason,
  FlowEvent,
  IntentMemory,
} from './connect.types.ts'
