/** Runs the demo that was built before: `node main.ts`. See `start.ts` for one that builds it first. */
import { ConnectError } from '@connect-account/core/errors'
import { startDemoServer } from './demo-server.ts'
import { readSettings, SettingError } from './settings.ts'

/** A close that takes longer than this (ms) is stuck on something; leaving beats hanging. */
const CLOSE_LIMIT = 8_000

try {
  const demo = await startDemoServer(readSettings(process.env), console.log)
  let isClosing = false
  const stop = async () => {
    // A terminal and npm may both pass on the same Ctrl-C.
    if (isClosing) return
    isClosing = true
    setTimeout(() => process.exit(1), CLOSE_LIMIT).unref()
    await demo.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
  console.log(`Demo ready: ${demo.url}`)
  if (demo.phoneUrl) console.log(`Sandbox phone: ${demo.phoneUrl}`)
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
