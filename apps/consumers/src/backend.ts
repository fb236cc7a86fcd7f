import { randomBytes } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sandboxPhone } from '@connect-account/sandbox/testing'
import { RunningProcess } from './processes.ts'
import type { Workshop } from './workshop.ts'

const fixture = fileURLToPath(new URL('../fixtures/backend', import.meta.url))
const START_LIMIT = 180_000

/** The same for all backends, because some share a database. */
const secrets = {
  UNIPILE_API_KEY: 'sandbox-key',
  SESSION_SECRET: randomBytes(32).toString('base64url'),
}

export interface Sandbox {
  /** Its address for backends. */
  readonly url: string
  /** Waits for the code that is sent to a persona. */
  code(to: string): Promise<string>
  /** Scans the shown QR code as a persona. */
  scan(as: string): Promise<void>
}

/** The packed sandbox, in its own process. */
export function startSandbox(workshop: Workshop, installation: Promise<string>): Promise<Sandbox> {
  return workshop.once('sandbox', async () => {
    const cwd = await prepare(workshop, installation)
    const child = new RunningProcess(process.execPath, ['sandbox.mjs'], { cwd, env: secrets })
    const [, url = ''] = await child.waitFor(/Sandbox: (\S+)/, START_LIMIT)
    const phone = sandboxPhone(url)
    return {
      url,
      code: phone.code,
      scan: async (as: string) => phone.scan(await phone.qrCode(), as),
      [Symbol.asyncDispose]: () => child.stop(),
    }
  })
}

/** The packed server on Express, in its own process. Returns its address. */
export async function startBackend(workshop: Workshop, installation: Promise<string>): Promise<string> {
  const { url } = await workshop.once('backend', async () => {
    const [cwd, sandbox] = await Promise.all([
      prepare(workshop, installation),
      startSandbox(workshop, installation),
    ])
    const env = backendEnvironment(sandbox, { DATABASE_URL: 'memory://', PORT: '0' })
    const child = new RunningProcess(process.execPath, ['express.mjs'], { cwd, env })
    const [, url = ''] = await child.waitFor(/Backend: (\S+)/, START_LIMIT)
    return { url, [Symbol.asyncDispose]: () => child.stop() }
  })
  return url
}

/** The environment of a backend. */
export function backendEnvironment(
  sandbox: Sandbox,
  others: { readonly DATABASE_URL: string; readonly PORT: string; readonly PUBLIC_URL?: string },
): Record<string, string> {
  return { ...secrets, UNIPILE_API_URL: sandbox.url, ...others }
}

function prepare(workshop: Workshop, installation: Promise<string>): Promise<string> {
  return workshop.once('backend sources', async () => {
    const folder = await installation
    await cp(fixture, folder, { recursive: true })
    return folder
  })
}
