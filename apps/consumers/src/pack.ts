import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from './processes.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const cache = join(root, '.cache/consumers')

const packageNames = ['core', 'react', 'server', 'sandbox', 'hosted', 'element'] as const
export type PackageName = (typeof packageNames)[number]

/** The path of each package's tarball. */
export type Tarballs = Readonly<Record<PackageName, string>>

const BUILD_LIMIT = 240_000

/** Builds and packs the packages as they are published. The tarballs are reused until a source changes. */
export async function buildAndPack(): Promise<Tarballs> {
  const folder = join(cache, sourcesHash())
  if (!existsSync(folder)) {
    await rm(cache, { recursive: true, force: true })
    const everyPackage = ['--recursive', '--filter', './packages/*']
    await runCommand('pnpm', [...everyPackage, 'run', 'build'], { cwd: root, limit: BUILD_LIMIT })
    // The rename makes sure that the folder has either all tarballs or does not exist.
    const fresh = `${folder}.${process.pid}`
    await pack(fresh)
    await rename(fresh, folder)
  }
  return tarballsIn(folder)
}

/** Packs the output of `npm run build` into `folder`. */
export async function pack(folder: string): Promise<Tarballs> {
  await mkdir(folder, { recursive: true })
  for (const name of packageNames) {
    const cwd = join(root, 'packages', name)
    await runCommand('pnpm', ['pack', '--out', join(folder, `${name}.tgz`)], { cwd })
  }
  return tarballsIn(folder)
}

function tarballsIn(folder: string): Tarballs {
  const paths = packageNames.map((name) => [name, join(folder, `${name}.tgz`)])
  return Object.fromEntries(paths) as Record<PackageName, string>
}

function sourcesHash(): string {
  const hash = createHash('sha256')
  const patterns = [
    'pnpm-lock.yaml',
    'packages/*/{package.json,*.config.ts,index.html,NOTICE,LICENSE,README.md}',
    'packages/*/{src,migrations,patches}/**/*.*',
  ]
  const files = globSync(patterns, { cwd: root, exclude: (name) => name === 'node_modules' })
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
