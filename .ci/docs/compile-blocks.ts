import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { entryFiles } from './api.ts'
import { codeBlocks } from './code-blocks.ts'
import { type Page, root } from './pages.ts'

const folder = join(root, 'node_modules/.cache/docs-blocks')

/** Where packages are found that the blocks import, because this folder is in no package. */
const modules = ['', 'packages/server/', 'packages/react/', 'packages/sandbox/', 'apps/demo-server/'].map(
  (owner) => `${root}/${owner}node_modules`,
)

const compilerOptions = {
  target: 'es2023',
  module: 'esnext',
  moduleResolution: 'bundler',
  customConditions: ['@connect-account/source'],
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  types: ['node'],
  typeRoots: [`${root}/node_modules/@types`],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
}

/** The packages under development by their names, and all others from where they are installed. */
function paths(): Record<string, string[]> {
  const types = modules.map((path) => `${path}/@types/*`)
  return {
    ...Object.fromEntries([...entryFiles()].map(([name, file]) => [name, [file]])),
    '@connect-account/react/*.css': [`${root}/packages/react/src/styles/stylesheet.d.ts`],
    '*': [...types, ...modules.map((path) => `${path}/*`)],
  }
}

/**
 * Type-checks the TypeScript blocks of all pages in one run. A block with a file's name is in that file, so that
 * blocks of a page can import each other; another is a module of its own.
 *
 * @returns the compiler's errors, each with its page and block.
 */
export function compileBlocks(pages: readonly Page[]): string[] {
  rmSync(folder, { recursive: true, force: true })
  for (const page of pages) {
    for (const { language, file, code, given, line } of codeBlocks(page)) {
      if (language !== 'ts' && language !== 'tsx') continue
      const path = join(folder, page.path, file ?? `line-${line}.${language}`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, `${given && `${given};`}\n${code}\nexport {}\n`)
    }
  }
  const config = join(folder, 'tsconfig.json')
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: { ...compilerOptions, paths: paths() },
      include: ['**/*.ts', '**/*.tsx'],
    }),
  )
  const tsc = join(root, 'node_modules/@typescript/native/bin/tsc')
  const { stdout, status } = spawnSync(process.execPath, [tsc, '--project', config, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  })
  // The packages' own files are checked with their packages.
  const errors = stdout.split('\n').filter((text) => text.includes('error TS') && !text.startsWith('../'))
  if (status === null || (status !== 0 && !stdout.includes('error TS')))
    errors.push(`The compiler failed:\n${stdout}`)
  return errors
}
