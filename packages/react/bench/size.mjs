/**
 * Measures what a browser loads, without React: `node size.mjs [--built] [--json | --check]`.
 *
 * Builds the packages as they are published, unless `--built` says that they are, and bundles them like a
 * host: minified and code-split. A walk is every file that its screens need, each compressed on its own, as a
 * server sends it. esbuild, which splits differently, bundles the walks a second time, and both must agree. A
 * part that few users need has its own row: its size on top of the walks. `--check` fails if a budget is
 * exceeded.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build as buildWithEsbuild } from 'esbuild'
import { rolldown } from 'rolldown'
import { build as buildWithVite } from 'vite'

const packageRoot = fileURLToPath(new URL('..', import.meta.url))
const KB = 1000
/** How much the second bundler may differ from the first. */
const TOLERANCE = 0.19
/** Walks through the flow, with the lazy modules that their screens need. */
const walks = {
  'picker, first paint': [],
  'LinkedIn: picker, credentials, code, end': [
    'sign-in-screens',
    'code-screens',
    'end-screens',
    'intent-watch',
  ],
  'WhatsApp: picker, QR, end': ['qr-screens', 'end-screens', 'intent-watch'],
}
/** Parts that load on demand, by the module that their chunk is named after. */
const extras = {
  'other-screens': 'other checkpoints',
  'phone-number-field': 'phone numbers by country',
  'phone-metadata': "every country's numbering plan",
  'brand-parts': 'the brand of the host',
  'import-cookies': 'pasted cookies',
  'describe-field-error': 'refused fields',
  'consent-window': 'consent page in a popup',
  'other-devices': 'the phone, or a hosted page',
  'qr-code': 'continue on the phone',
  'deliver-report': 'explanations of failures',
  'missing-providers': 'providers that are missing',
}

/** Bytes after gzip. */
const budgets = {
  'picker, first paint': 36 * KB,
  'LinkedIn: picker, credentials, code, end': 66.1 * KB,
  'WhatsApp: picker, QR, end': 52.9 * KB,
  'styles.css': 7.35 * KB,
  'extra: phone numbers by country': 19.6 * KB,
  'extra: other checkpoints': 12 * KB,
  'extra: pasted cookies': 12 * KB,
  'extra: refused fields': 12 * KB,
  'extra: consent page in a popup': 12 * KB,
  'extra: the phone, or a hosted page': 12 * KB,
  'extra: continue on the phone': 12 * KB,
  'extra: explanations of failures': 12 * KB,
  'extra: providers that are missing': 12 * KB,
  'altcha adapter (optional)': 12 * KB,
  'arkose adapter (optional)': 12 * KB,
  'accounts (optional), next to the flow': 14.3 * KB,
  'accounts list (optional), alone': 22.9 * KB,
  'accounts.css (optional)': 2 * KB,
}

/** The kit's libraries. */
const FLOOR = `
export { assign, createActor, fromPromise, setup } from 'xstate'
export { useActorRef, useSelector } from '@xstate/react'
export { useForm } from 'react-hook-form'
export { QRCodeSVG } from 'qrcode.react'
`

/** A virtual module. Its path is where packages are resolved from. */
const ENTRY = join(packageRoot, 'bench', 'entry.js')

/** Bundles one entry like Vite does, with React external, and returns its chunks. */
async function bundle(source, { isSplit = true } = {}) {
  const build = await rolldown({
    input: ENTRY,
    cwd: packageRoot,
    external: /^react(-dom)?($|\/)/,
    platform: 'browser',
    // As in an app, whose entry has no importers, so shared code may stay in it.
    preserveEntrySignatures: 'allow-extension',
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    resolve: { conditionNames: ['module', 'browser', 'import', 'default'] },
    // `'use client'` means nothing in a bundle for the browser.
    checks: { moduleLevelDirective: false },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? source : null),
      },
    ],
  })
  try {
    const { output } = await build.generate({
      format: 'esm',
      minify: true,
      // A host's production build strips them too.
      comments: false,
      codeSplitting: isSplit,
    })
    return output.filter(({ type }) => type === 'chunk')
  } finally {
    await build.close()
  }
}

/** Bundles one entry with esbuild, with React external, and returns chunks of the same shape as `bundle`. */
async function bundleWithEsbuild(source) {
  const { outputFiles, metafile } = await buildWithEsbuild({
    stdin: { contents: source, resolveDir: packageRoot, sourcefile: 'entry.js' },
    absWorkingDir: packageRoot,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['react', 'react/*', 'react-dom', 'react-dom/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    outdir: 'out',
    write: false,
  })
  return Object.entries(metafile.outputs).map(([fileName, { entryPoint, imports }]) => ({
    fileName,
    name: entryPoint === undefined ? undefined : moduleName(entryPoint),
    isEntry: entryPoint === 'entry.js',
    isDynamicEntry: entryPoint !== undefined && entryPoint !== 'entry.js',
    imports: imports
      .filter(({ kind, external }) => kind === 'import-statement' && !external)
      .map(({ path }) => path),
    code: outputFiles.find(({ path }) => path === join(packageRoot, fileName)).text,
  }))
}

const moduleName = (path) => /([^/]+)\.[jt]sx?$/.exec(path)?.[1] ?? ''

function sizeOf(...contents) {
  const sum = (measure) => contents.reduce((total, content) => total + measure(Buffer.from(content)), 0)
  return {
    files: contents.length,
    minified: sum((content) => content.length),
    gzip: sum((content) => gzipSync(content, { level: 9 }).length),
    brotli: sum((content) => brotliCompressSync(content).length),
  }
}

/** A chunk and its static imports, without those that are already loaded. */
function closure(chunks, name, loaded = new Set()) {
  const found = []
  const visit = (fileName) => {
    const chunk = chunks.get(fileName)
    if (!chunk || loaded.has(fileName) || found.includes(chunk)) return
    found.push(chunk)
    for (const imported of chunk.imports) visit(imported)
  }
  visit(name)
  return found
}

const byFileName = (output) => new Map(output.map((chunk) => [chunk.fileName, chunk]))
const nameOfEntry = (output) => output.find(({ isEntry }) => isEntry).fileName

/** The chunk of a lazy module. It has the module's name even if another chunk imports it statically. */
function lazyChunk(output, name) {
  const chunk = output.find((candidate) => !candidate.isEntry && candidate.name === name)
  if (!chunk) throw new Error(`No chunk is named after "${name}".`)
  return chunk
}

/** Every file that a walk loads. */
function filesOfWalk(output, modules) {
  const entries = [nameOfEntry(output), ...modules.map((name) => lazyChunk(output, name).fileName)]
  return [...new Set(entries.flatMap((name) => closure(byFileName(output), name)))]
}

/** Builds the packages as they are published. */
async function buildPackages() {
  for (const name of ['core', 'react']) {
    await promisify(execFile)('tsdown', ['--logLevel', 'error'], { cwd: join(packageRoot, '..', name) })
  }
}

async function measure() {
  if (!process.argv.includes('--built')) await buildPackages()
  const rows = []
  const add = (part, chunks) => rows.push({ part, ...sizeOf(...chunks.map(({ code }) => code)) })

  const component = `export { ConnectAccount } from '@connect-account/react'`
  const output = await bundle(component)
  const secondOutput = await bundleWithEsbuild(component)
  for (const [part, modules] of Object.entries(walks)) {
    add(part, filesOfWalk(output, modules))
    const { files, gzip } = sizeOf(...filesOfWalk(secondOutput, modules).map(({ code }) => code))
    Object.assign(rows.at(-1), { 'esbuild files': files, 'esbuild gzip': gzip })
  }
  const loadedBy = (modules) => new Set(filesOfWalk(output, modules).map(({ fileName }) => fileName))
  const everyWalk = loadedBy(Object.values(walks).flat())
  for (const [name, label] of Object.entries(extras)) {
    const loaded =
      name === 'qr-code'
        ? loadedBy(['sign-in-screens', 'code-screens', 'end-screens'])
        : name === 'other-screens'
          ? everyWalk
          : everyWalk.union(loadedBy(['other-screens']))
    add(`extra: ${label}`, closure(byFileName(output), lazyChunk(output, name).fileName, loaded))
  }
  const hook = `export { useConnectAccount } from '@connect-account/react'`
  add('headless hook', await bundle(hook, { isSplit: false }))
  add(
    'altcha adapter (optional)',
    await bundle(`export { altchaCaptcha } from '@connect-account/react/altcha'`),
  )
  add(
    'arkose adapter (optional)',
    await bundle(`export { arkoseCaptcha } from '@connect-account/react/arkose'`),
  )
  await measureAccounts(component, add)
  add('floor: the prescribed libraries', await bundle(FLOOR))
  rows.push({ part: 'styles.css', ...sizeOf(await styles('styles.css')) })
  rows.push({ part: 'accounts.css (optional)', ...sizeOf(await styles('accounts.css')) })
  return rows
}

/** Measures what the accounts add to a page that has the flow, and their size alone, before any reconnect. */
async function measureAccounts(component, add) {
  const accounts = '@connect-account/react/accounts'
  const beside = await bundle(`${component}\nexport const accounts = () => import('${accounts}')`)
  const chunks = new Map(beside.map((chunk) => [chunk.fileName, chunk]))
  const flow = new Set(closure(chunks, nameOfEntry(beside)).map(({ fileName }) => fileName))
  const added = beside.find(({ isDynamicEntry, name }) => isDynamicEntry && name === 'accounts')
  add('accounts (optional), next to the flow', closure(chunks, added.fileName, flow))

  const alone = await bundle(`export { AccountList } from '${accounts}'`)
  add(
    'accounts list (optional), alone',
    closure(new Map(alone.map((chunk) => [chunk.fileName, chunk])), nameOfEntry(alone)),
  )
}

async function styles(file) {
  const { output } = await buildWithVite({
    root: packageRoot,
    configFile: false,
    logLevel: 'error',
    build: { write: false, rollupOptions: { input: join(packageRoot, 'src/styles', file) } },
  })
  return output.find(({ fileName }) => fileName.endsWith('.css')).source
}

const rows = (await measure()).map((row) => ({ ...row, budget: budgets[row.part] ?? null }))
if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2))
else console.table(Object.fromEntries(rows.map(({ part, ...sizes }) => [part, sizes])))

const faults = rows.flatMap(({ part, gzip, budget, 'esbuild gzip': second = gzip }) => [
  ...(budget !== null && gzip > budget ? [`${part}: ${gzip} bytes gzip, over its budget of ${budget}.`] : []),
  ...(Math.abs(second / gzip - 1) > TOLERANCE
    ? [`${part}: ${second} bytes gzip by esbuild, more than ${TOLERANCE * 100} % from ${gzip}.`]
    : []),
])
for (const fault of faults) console.error(fault)
if (process.argv.includes('--check') && faults.length > 0) process.exit(1)
