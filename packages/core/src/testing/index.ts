export { type ManualClock, manualClock } from './manual-clock.ts'
export { sampleAccount, sampleIntent, sampleProvider, sampleTime } from './samples.ts'
export {
  type AccountReply,
  type AccountsScript,
  type ScriptedAccounts,
  scriptedAccounts,
} from './scripted-accounts.ts'
export {
  type ScriptedBackend,
  type ScriptedBackendOptions,
  scriptedBackend,
} from './scripted-backend.ts'
export {
  type Reply,
  type ScriptedTransport,
  scriptedTransport,
  type TransportScript,
} from './scripted-transport.ts'
