/**
 * Packs the built packages as they are published, and installs them into a folder with only their declared
 * dependencies.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

export const packageNames = ['core', 'react', 'server', 'hosted', 'extension', 'element', 'sandbox'] as const
type PackageName = (typeof packageNames)[number]

interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: Readonly<Record<string, unknown>>
  readonly bin?: Readonly<Record<string, string>>
  readonly engines?: { readonly node?: string }
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
  readonly [member: string]: unknown
}

export interface Packed {
  readonly folder: string
  readonly tarballs: Readonly<Record<PackageName, string>>
  /** The folder of the package's files, as a host has them. */
  unpacked(name: PackageName): string
  manifest(name: PackageName): Promise<Manifest>
  remove(): Promise<void>
}

/** Packs every package and unpacks it under `node_modules`. Expects `npm run build`. */
export async function packAll(): Promise<Packed> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'connect-packed-')))
  const tarballs: Partial<Record<PackageName, string>> = {}
  await Promise.all(
    packageNames.map(async (name) => {
      tarballs[name] = await pack(name, folder)
    }),
  )
  const unpacked = (name: PackageName) => join(folder, 'node_modules/@connect-account', name)
  return {
    folder,
    tarballs: tarballs as Record<PackageName, string>,
    unpacked,
    manifest: async (name) => JSON.parse(await readFile(join(unpacked(name), 'package.json'), 'utf8')),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function pack(name: PackageName, folder: string): Promise<string> {
  const source = join(root, 'packages', name)
  if (!existsSync(join(source, 'dist'))) throw new Error(`packages/${name} is not built. Run: npm run build`)
  const tarball = join(folder, `${name}.tgz`)
  await run('pnpm', ['pack', '--out', tarball], { cwd: source })
  const target = join(folder, 'node_modules/@connect-account')
  const temporary = join(folder, `unpacking-${name}`)
  await mkdir(temporary)
  await mkdir(target, { recursive: true })
  await run('tar', ['-xzf', tarball, '-C', temporary])
  await rename(join(temporary, 'package'), join(target, name))
  await rm(temporary, { recursive: true })
  return tarball
}

/**
 * Links what each package declares, and the host's own packages, as an installation would. An optional peer
 * is linked only if `host` has it.
 * @param host Packages of the host itself, by the workspace that has them installed, such as
 * `{ express: 'packages/server' }`.
 */
export async function linkDependencies(
  packed: Packed,
  host: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, workspace] of Object.entries(host)) {
    await link(join(root, workspace, 'node_modules', name), join(packed.folder, 'node_modules', name))
  }
  for (const name of packageNames) {
    const {
      dependencies = {},
      peerDependencies = {},
      peerDependenciesMeta = {},
    } = await packed.manifest(name)
    const needed = [
      ...Object.keys(dependencies),
      ...Object.keys(peerDependencies).filter((peer) => !peerDependenciesMeta[peer]?.optional),
    ]
    for (const dependency of needed) {
      // Our packages are siblings, and the host's own are resolved from the folder above.
      if (dependency.startsWith('@connect-account/') || dependency in host) continue
      const place = join(packed.unpacked(name), 'node_modules', dependency)
      await link(await installedPlace(name, dependency), place)
    }
  }
}

async function installedPlace(name: PackageName, dependency: string): Promise<string> {
  const own = join(root, 'packages', name, 'node_modules', dependency)
  return existsSync(own) ? own : join(root, 'node_modules', dependency)
}

async function link(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await symlink(await realpath(from), to)
}
