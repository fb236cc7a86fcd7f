export { defaultTimings, type SandboxLogger, type SandboxOptions, type Timings } from './options.ts'
export { type Sandbox, startSandbox } from './sandbox.ts'
