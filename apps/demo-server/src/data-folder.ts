import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingError } from './settings.ts'

/**
 * The folder of one running demo: its database, the sandbox's state, and secrets created on the first start.
 */
export interface DataFolder {
  readonly isNew: boolean
  path(name: string): string
  /** Returns a random secret that stays the same across restarts. */
  secret(name: string): string
  release(): void
}

/**
 * Locks the folder for this process. A lock left by a killed process is replaced.
 * @throws SettingError if another process has it, because a second one would damage the embedded database.
 */
export function takeDataFolder(folder: string): DataFolder {
  const isNew = !existsSync(join(folder, 'database'))
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'lock')
  const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : undefined
  if (owner && owner !== process.pid && isAlive(owner)) {
    throw new SettingError(
      `DATA_DIR: ${folder} is in use by a demo that is already running (process ${owner}). Stop it, or set DATA_DIR to another folder.`,
    )
  }
  writeFileSync(lock, String(process.pid))

  return {
    isNew,
    path: (name) => join(folder, name),
    secret(name) {
      const file = join(folder, `${name}.secret`)
      if (!existsSync(file))
        writeFileSync(file, randomBytes(32).toString('hex').slice(0, 36), { mode: 0o600 })
      return readFileSync(file, 'utf8')
    },
    release: () => rmSync(lock, { force: true }),
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
