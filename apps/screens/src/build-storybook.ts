import { spawnSync } from 'node:child_process'
import { root, STORYBOOK } from './places.ts'

/** Builds the static Storybook, which takes ten seconds. */
export function buildStorybook(): void {
  const cli = `${root}/node_modules/storybook/dist/bin/dispatcher.js`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'build', '--quiet', '--output-dir', STORYBOOK],
    { cwd: root, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`Storybook was not built:\n${stdout}${stderr}`)
}
