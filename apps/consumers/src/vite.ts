import { join } from 'node:path'
import { freePort } from './ports.ts'
import { RunningProcess, runCommand } from './processes.ts'

export type Mode = 'development' | 'production'

export interface Site extends AsyncDisposable {
  readonly url: string
}

const vite = (folder: string) => join(folder, '../node_modules/vite/bin/vite.js')

/** Vite's development server, or its preview of a build of `buildWithVite`. */
export async function serveWithVite(mode: Mode, folder: string, backend: string): Promise<Site> {
  const port = await freePort()
  const command = mode === 'development' ? [] : ['preview']
  const child = new RunningProcess(
    process.execPath,
    [vite(folder), ...command, '--port', String(port), '--strictPort'],
    { cwd: folder, env: { BACKEND_URL: backend } },
  )
  await child.waitFor(/Local:/)
  return { url: `http://localhost:${port}`, [Symbol.asyncDispose]: () => child.stop() }
}

/** `vite build`, with Vite's default targets. */
export async function buildWithVite(folder: string): Promise<void> {
  await runCommand(process.execPath, [vite(folder), 'build'], { cwd: folder })
}
