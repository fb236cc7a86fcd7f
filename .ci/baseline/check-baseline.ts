/**
 * Checks that what the browser loads works in the supported browsers, which `browserslist` in the root
 * package.json lists: `node check-baseline.ts`. Expects the packages to be built.
 *
 * - Syntax: every published module for the browser, and every dependency that a host bundles with it, parses
 * as ES2022.
 * - APIs: no expression in the sources uses a member or a global that one of these browsers lacks, unless
 * `guarded` says what the code does without it.
 *
 * The stylesheets have their own test, next to the styles.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'acorn'
import { rolldown } from 'rolldown'
import { checkApis } from './check-apis.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The syntax that every browser of the baseline parses. */
const SYNTAX = 2022

/**
 * APIs that some supported browser lacks, and what happens there. The code checks that each exists before it
 * uses it.
 */
const guarded: Readonly<Record<string, string>> = {
  'Window.requestIdleCallback': 'a short timer replaces it: step-screen/when-idle.ts',
  'Window.cancelIdleCallback': 'as above',
}

/** A module's name, for messages, and its text. */
type NamedCode = readonly [name: string, code: string]

interface Manifest {
  readonly publishConfig: { readonly exports: Record<string, string | { readonly default?: string }> }
}

const browserPackages = ['packages/core', 'packages/react']

function sourceFiles(): string[] {
  const files = [
    ...browserPackages.map((folder) => `${folder}/src`),
    'packages/hosted/src/page',
    'packages/element/src',
  ].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  // Test kits run in Node.js, in the versions that the host chooses.
  return files.filter((file) => !file.includes(join('core', 'src', 'testing')))
}

/** The output of a host's bundler without lowering: the modules of the packages and of their dependencies. */
async function bundledModules(): Promise<NamedCode[]> {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, 'packages/react/package.json'), 'utf8'))
  const entries = Object.values(manifest.publishConfig.exports)
    .map((target) => (typeof target === 'string' ? target : target.default))
    .filter((file): file is string => file?.endsWith('.js') === true)
  const build = await rolldown({
    input: entries.map((file) => join(root, 'packages/react', file)),
    external: /^react(-dom)?($|\/)/,
    platform: 'browser',
    resolve: { conditionNames: ['module', 'browser', 'import', 'default'] },
    transform: { target: 'esnext' },
    checks: { moduleLevelDirective: false },
  })
  try {
    const { output } = await build.generate({ format: 'esm' })
    return output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : []))
  } finally {
    await build.close()
  }
}

function publishedModules(): NamedCode[] {
  return [...browserPackages, 'packages/hosted', 'packages/element'].flatMap((folder) =>
    readdirSync(join(root, folder, 'dist'), { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [relative(root, file), readFileSync(file, 'utf8')] as const),
  )
}

async function checkSyntax(): Promise<string[]> {
  const modules = [...publishedModules(), ...(await bundledModules())]
  return modules.flatMap(([name, code]) => {
    try {
      parse(code, { ecmaVersion: SYNTAX, sourceType: 'module' })
      return []
    } catch (error) {
      return [`${name}: not ES${SYNTAX}: ${String(error)}`]
    }
  })
}

const faults = [...checkApis(sourceFiles(), guarded), ...(await checkSyntax())]
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exit(1)
