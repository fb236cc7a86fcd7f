export type { MailDomain, MailServer } from './mail/mail-server.ts'
export {
  defaultTimings,
  type OAuthClient,
  type SandboxLogger,
  type SandboxOptions,
  type Timings,
} from './options/options.ts'
export { type Sandbox, startSandbox } from './sandbox.ts'
