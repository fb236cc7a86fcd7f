import { existsSync } from 'node:fs'
import { mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type PackageName, root, type Tarballs } from './pack.ts'
import { runCommand } from './processes.ts'

const INSTALL_LIMIT = 240_000

type Versions = Readonly<Record<string, string>>

export interface Installation {
  /** The packages of this project, as an integrator names them. */
  readonly kit: readonly PackageName[]
  /** Everything else, with versions. */
  readonly dependencies: Versions
}

/** `npm install` in `folder`: the tarballs, and all else from the registry. */
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
    // No registry has this version of it.
    overrides: { '@connect-account/core': `file:${tarballs.core}` },
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  await runCommand('npm', ['install', ...flags], { cwd: folder, limit: INSTALL_LIMIT })
}

/**
 * The same without a registry: the tarballs are unpacked into real folders; what they depend on, and `dependencies` (by name), are
 * links to what this workspace has installed.
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
      // One that the page has too must be the same copy.
      const isInstalled = existsSync(join(modules, dependency)) || dependency.startsWith('@connect-account/')
      if (!isInstalled) await link(join(root, 'packages', name), join(target, 'node_modules'), dependency)
    }
  }
}

/** Links a package that the one at `from` has installed; an optional one may be missing. */
async function link(from: string, modules: string, name: string): Promise<void> {
  const source = join(from, 'node_modules', name)
  if (!existsSync(source)) return
  const target = join(modules, name)
  await mkdir(dirname(target), { recursive: true })
  await symlink(await realpath(source), target, 'dir')
}
