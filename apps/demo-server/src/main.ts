/** Runs the demo after a build: `node main.ts`. `start.ts` builds it first. */
import { ConnectError } from '@connect-account/core/errors'
import { drainOnSignal } from '@connect-account/server/node'
import { startDemoServer } from './demo-server.ts'
import { readSettings, SettingError } from './settings.ts'

/** The process exits if closing takes longer than this, in milliseconds. */
const CLOSE_LIMIT = 8_000

try {
  const demo = await startDemoServer(readSettings(process.env), console.log)
  console.log(`Demo ready: ${demo.url}`)
  if (demo.phoneUrl) console.log(`Sandbox phone: ${demo.phoneUrl}`)
  await drainOnSignal(demo.server, demo, { signals: ['SIGINT', 'SIGTERM', 'SIGHUP'], limitMs: CLOSE_LIMIT })
  process.exit(0)
} catch (error) {
  const whatToSet = settingProblem(error)
  if (whatToSet === undefined) throw error
  console.error(whatToSet)
  process.exit(1)
}

function settingProblem(error: unknown): string | undefined {
  if (error instanceof SettingError) return error.message
  return error instanceof ConnectError && error.code === 'invalid_setting' ? error.detail : undefined
}
