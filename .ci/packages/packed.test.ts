import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Packed, packAll, packageNames } from './install-packed.ts'

const REPOSITORY = 'https://github.com/connect-account/connect-account'

let packed: Packed
beforeAll(async () => {
  packed = await packAll()
})
afterAll(() => packed.remove())

describe.each(packageNames)('@connect-account/%s', (name) => {
  const files = () =>
    readdirSync(packed.unpacked(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name: file }) => join(parentPath, file).slice(packed.unpacked(name).length + 1))
  const read = (file: string) => readFileSync(join(packed.unpacked(name), file), 'utf8')

  test('publint finds nothing', async () => {
    const { messages, pkg } = await publint({ pkgDir: packed.unpacked(name), pack: false, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('its types resolve for ESM and bundlers, stylesheets too', () => {
    const args = [packed.tarballs[name], '--profile', 'esm-only', '--format', 'ascii', '--no-color']
    const { status, stdout } = spawnSync('attw', args, { encoding: 'utf8' })
    expect(status, stdout).toBe(0)
  })

  test('its manifest names its source, and has ranges for dependencies', async () => {
    const manifest = await packed.manifest(name)
    expect(manifest).toMatchObject({
      license: 'MIT',
      repository: { url: `git+${REPOSITORY}.git`, directory: `packages/${name}` },
      bugs: `${REPOSITORY}/issues`,
      homepage: expect.stringContaining(`/packages/${name}#readme`),
      author: expect.any(String),
      keywords: expect.arrayContaining(['unipile']),
    })
    for (const [dependency, range] of Object.entries(manifest.dependencies ?? {}))
      expect(range, dependency).toMatch(/^\^\d/)
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|@connect-account\/source/)
  })

  test('it contains the license, source maps with sources, and nothing else of this repository', () => {
    const all = files()
    expect(all).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
    expect(all.filter((file) => !/^(dist\/|LICENSE$|NOTICE$|README\.md$|package\.json$)/.test(file))).toEqual(
      [],
    )
    const scripts = all.filter((file) => file.endsWith('.js') && read(file).includes('sourceMappingURL='))
    // These two are bundles, which no one debugs.
    if (name !== 'hosted' && name !== 'element') expect(scripts.length).toBeGreaterThan(1)
    for (const script of scripts) {
      const map = JSON.parse(read(`${script}.map`))
      expect(map.sourcesContent, script).toHaveLength(map.sources.length)
      expect(map.sources.join(), script).not.toMatch(/node_modules|^\//)
    }
    for (const file of all.filter((one) => /\.(js|ts|css|md)$/.test(one)))
      expect(read(file), file).not.toMatch(/node_modules\/\.pnpm|patch_hash/)
  })

  test('its README works outside the repository', () => {
    const links = [...read('README.md').matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
    for (const target of links) expect(target).toMatch(/^(https?:\/\/|#)/)
    for (const target of links.filter((one) => one.startsWith(`${REPOSITORY}/blob/main/`))) {
      const path = target.slice(`${REPOSITORY}/blob/main/`.length).replace(/#.*/, '')
      expect(existsSync(path), target).toBe(true)
    }
    expect(read('README.md')).toMatch(new RegExp(`(npm install|npx) .*@connect-account/${name}\\b`))
  })
})

test('the react package inlines no dependency', () => {
  const files = readdirSync(join(packed.unpacked('react'), 'dist'), { recursive: true, encoding: 'utf8' })
  const maps = files.filter((file) => file.endsWith('.map'))
  expect(maps.length).toBeGreaterThan(1)
  for (const map of maps) {
    const { sources } = JSON.parse(readFileSync(join(packed.unpacked('react'), 'dist', map), 'utf8'))
    for (const source of sources) expect(source, map).toMatch(/^(\.\.\/)+src\//)
  }
})

test.each([
  ['hosted', ['react', 'react-dom', 'xstate']],
  ['element', ['preact', 'xstate', 'react-hook-form']],
] as const)('%s contains the licenses of everything that it bundles', (bundle, names) => {
  const folder = packed.unpacked(bundle)
  const licenses = readFileSync(join(folder, 'dist/licenses.md'), 'utf8')
  for (const name of names) expect(licenses).toMatch(new RegExp(`^## ${name}\\b`, 'm'))
  expect(readFileSync(join(folder, 'NOTICE'), 'utf8')).toContain('Project Nayuki')
})
