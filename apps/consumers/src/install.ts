import { existsSync } from 'node:fs'
import { mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type PackageName, root, type Tarballs } from './pack.ts'
import { runCommand } from './processes.ts'

const INSTALL_LIMIT = 240_000

type Versions = Readonly<Record<string, string>>

export interface Installation {
  /** The packages of this project, by the names that an integrator installs. */
  readonly kit: readonly PackageName[]
  /** All other packages, with versions. */
  readonly dependencies: Versions
}

/** Runs `npm install` in `folder`, with the tarballs, and everything else from the registry. */
export async function installFromRegistry(
  folder: string,
  tarballs: Tarballs,
  { kit, dependencies }: Installation,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const ours = Object.fromEntries(kit.map((name) => [`@connect-account/${name}`, `file:${tarballs[name]}`]))
  const manifest = {
    name: 'consumer',
    private: true,
    version: '0.0.0',
    type: 'module',
    dependencies: { ...ours, ...dependencies },
    // No registry has this version.
    overrides: { '@connect-account/core': `file:${tarballs.core}` },
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  await runCommand('npm', ['install', ...flags], { cwd: folder, limit: INSTALL_LIMIT })
}

/**
 * Installs without a registry: unpacks the tarballs into folders, and links their dependencies and
 * `dependencies` (by name) to this workspace's installation.
 *
 * @param dependencies Names of packages that `apps/consumers` depends on.
 */
export async function installFromWorkspace(
  folder: string,
  tarballs: Tarballs,
  { kit, dependencies }: { readonly kit: readonly PackageName[]; readonly dependencies: readonly string[] },
): Promise<void> {
  const modules = join(folder, 'node_modules')
  await mkdir(modules, { recursive: true })
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  )
  for (const name of dependencies) await link(join(root, 'apps/consumers'), modules, name)
  for (const name of kit) {
    const target = join(modules, '@connect-account', name)
    await mkdir(target, { recursive: true })
    await runCommand('tar', ['-xzf', tarballs[name], '--strip-components=1', '-C', target], { cwd: folder })
    const manifest = JSON.parse(await readFile(join(target, 'package.json'), 'utf8'))
    const { dependencies: own = {}, peerDependencies: peers = {} } = manifest
    for (const dependency of new Set([...Object.keys(own), ...Object.keys(peers)])) {
      // A package that the page also uses must be the same copy.
      const isInstalled = existsSync(join(modules, dependency)) || dependency.startsWith('@connect-account/')
      if (!isInstalled) await link(join(root, 'packages', name), join(target, 'node_modules'), dependency)
    }
  }
}

/** Links a dependency of the package at `from`; an optional one may be missing. */
async function link(from: string, modules: string, name: string): Promise<void> {
  const source = join(from, 'node_modules', name)
  if (!existsSync(source)) return
  const target = join(modules, name)
  await mkdir(dirname(target), { recursive: true })
  await symlink(await realpath(source), target, 'dir')
}
