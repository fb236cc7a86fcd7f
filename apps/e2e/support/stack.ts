import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The first of the ports that the suite listens on. */
export const PORT = Number(process.env.E2E_PORT ?? 4390)
export const DEMO_URL = `http://localhost:${PORT}`
export const SANDBOX_URL = `http://localhost:${PORT + 1}`
/** For a test that starts its own demo. The next port is for its sandbox. */
export const OWN_PORT = PORT + 4
/** Vite's development server for the demo's site, with the same demo server behind it. */
export const DEVELOPMENT_PORT = PORT + 6
export const DEVELOPMENT_URL = `http://localhost:${DEVELOPMENT_PORT}`

const root = fileURLToPath(new URL('../../..', import.meta.url))

export function stackEnvironment(dataFolder: string, port: number = PORT): Record<string, string> {
  return {
    PORT: String(port),
    SANDBOX_PORT: String(port + 1),
    DATA_DIR: dataFolder,
    DATABASE_URL: '',
    UNIPILE_API_KEY: '',
    TEST_PROVIDERS: '1',
  }
}

/** A separate demo, for tests that kill it. */
export interface OwnStack {
  readonly url: string
  readonly sandboxUrl: string
  readonly process: ChildProcess
  /** Kills the process without a graceful shutdown. */
  kill(): Promise<void>
}

interface StackOptions {
  /** Settings of the demo, as environment variables. */
  readonly settings?: Readonly<Record<string, string>>
  /** Where its log goes: to this process's stderr, or to the `stderr` of its process. */
  readonly log?: 'inherit' | 'pipe'
}

/** Starts a demo from the shared stack's build, and waits until it is ready. */
export async function startStack(
  dataFolder: string,
  port: number,
  { settings = {}, log = 'inherit' }: StackOptions = {},
): Promise<OwnStack> {
  const child = spawn(
    process.execPath,
    ['--conditions=@connect-account/source', 'apps/demo-server/src/main.ts'],
    {
      cwd: root,
      env: { ...process.env, ...stackEnvironment(dataFolder, port), ...settings },
      stdio: ['ignore', 'pipe', log],
    },
  )
  await new Promise<void>((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
      if (output.includes('Demo ready:')) resolve()
    })
    child.once('exit', (code) =>
      reject(new Error(`The demo ended with ${code} before it was ready: ${output}`)),
    )
  })
  return {
    url: `http://localhost:${port}`,
    sandboxUrl: `http://localhost:${port + 1}`,
    process: child,
    async kill() {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}
