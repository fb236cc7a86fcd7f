/**
 * Measures what a browser loads, React external: `node size.mjs [--json | --check]`.
 *
 * The packages are built as they are published, then bundled as a host's bundler would: minified and code split. The first
 * paint is the entry chunk with all that it imports statically; a step's row is what its lazy chunk adds to that.
 * `everything` is the flow in one file: every screen, every step, all their words. It leaves out the extras, which a screen
 * loads when one user needs one of them, and does without when it cannot be had; an extra's row is what it adds to its
 * screen, and its words are in it. `--check` fails when a budget is overrun.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { build as buildWithVite } from 'vite'

const packageRoot = fileURLToPath(new URL('..', import.meta.url))
const KB = 1000
/** What is loaded only when it is needed, by the module that its chunk is named after. */
const extras = {
  'phone-screen': 'phone number',
  'oauth-screen': 'consent page',
  'phone-number-field': 'phone numbers by country',
  'phone-metadata': "every country's numbering plan",
  'import-cookies': 'pasted cookies',
  'consent-window': 'consent page in a popup',
  'choice-screen': 'choice of a contract or a way',
  'leave-for-page': 'hosted page',
  'kind-filter': 'picker filter',
  'continue-on-phone': 'continue on the phone',
  'own-proxy-form': "user's own proxy",
  'initial-sync': 'first import',
  'deliver-report': 'explanations of failures',
  'missing-providers': 'providers that are missing',
}
const extraName = (path) => /([^/]+)\.[jt]sx?$/.exec(path)?.[1] ?? ''
const isExtra = (path) => Object.hasOwn(extras, extraName(path))

/** Bytes after gzip. */
const budgets = {
  'first paint': 27 * KB,
  everything: 50 * KB,
  'styles.css': 7 * KB,
  'extra: phone number': 12 * KB,
  'extra: consent page': 12 * KB,
  'extra: phone numbers by country': 12 * KB,
  'extra: pasted cookies': 12 * KB,
  'extra: consent page in a popup': 12 * KB,
  'extra: choice of a contract or a way': 12 * KB,
  'extra: hosted page': 12 * KB,
  'extra: picker filter': 12 * KB,
  'extra: continue on the phone': 12 * KB,
  "extra: user's own proxy": 12 * KB,
  'extra: first import': 12 * KB,
  'extra: explanations of failures': 12 * KB,
  'extra: providers that are missing': 12 * KB,
  'altcha adapter (optional)': 12 * KB,
  'arkose adapter (optional)': 12 * KB,
  'accounts (optional), beside the flow': 12 * KB,
  'accounts list (optional), alone': 15 * KB,
  'accounts.css (optional)': 2 * KB,
}

/** The libraries that the kit is made of, `qrcode.react` as it is patched here. */
const FLOOR = `
export { assign, createActor, fromPromise, setup } from 'xstate'
export { useActorRef, useSelector } from '@xstate/react'
export { useForm } from 'react-hook-form'
export { QRCodeSVG } from 'qrcode.react'
`

/** Never on disk; its place is what packages are resolved from. */
const ENTRY = join(packageRoot, 'bench', 'entry.js')

/** Bundles one entry as Vite would, React external, and answers its chunks. */
async function bundle(source, { inOneFile = false } = {}) {
  const build = await rolldown({
    input: ENTRY,
    cwd: packageRoot,
    external: (id) => /^react(-dom)?($|\/)/.test(id) || (inOneFile && isExtra(id)),
    platform: 'browser',
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    resolve: { conditionNames: ['module', 'browser', 'import', 'default'] },
    // The directive tells React's servers that this is the browser's side; a bundle for the browser has no use for it.
    checks: { moduleLevelDirective: false },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? source : null),
      },
      inOneFile && importsMadeStatic,
    ],
  })
  try {
    const { output } = await build.generate({
      format: 'esm',
      minify: true,
      // What a host's production build strips too.
      comments: false,
      ...(inOneFile && { codeSplitting: false }),
    })
    return output.filter(({ type }) => type === 'chunk')
  } finally {
    await build.close()
  }
}

/** Lazy chunks as a host without code splitting has them: in the one file, without a loader around each module. */
const importsMadeStatic = {
  name: 'imports-made-static',
  transform(code) {
    const imports = []
    const rewritten = code.replaceAll(/\bimport\((["'])(\..+?)\1\)/g, (whole, quote, path) => {
      if (isExtra(path)) return whole
      imports.push(`import * as lazy${imports.length} from ${quote}${path}${quote}`)
      return `Promise.resolve(lazy${imports.length - 1})`
    })
    return imports.length > 0 ? { code: [...imports, rewritten].join('\n'), map: null } : null
  },
}

function sizeOf(...contents) {
  const sum = (measure) => contents.reduce((total, content) => total + measure(Buffer.from(content)), 0)
  return {
    minified: sum((content) => content.length),
    gzip: sum((content) => gzipSync(content, { level: 9 }).length),
    brotli: sum((content) => brotliCompressSync(content).length),
  }
}

/** A chunk and what it imports statically, less what is loaded already. */
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

/** Builds the packages as they are published. */
async function buildPackages() {
  for (const name of ['core', 'react']) {
    await promisify(execFile)('tsdown', ['--logLevel', 'error'], { cwd: join(packageRoot, '..', name) })
  }
}

async function measure() {
  await buildPackages()
  const rows = []
  const add = (part, chunks) => rows.push({ part, ...sizeOf(...chunks.map(({ code }) => code)) })

  const component = `export { ConnectAccount } from '@connect-account/react'`
  const output = await bundle(component)
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]))
  const first = closure(chunks, output.find(({ isEntry }) => isEntry).fileName)
  const loaded = new Set(first.map(({ fileName }) => fileName))
  add('first paint', first)
  const lazyChunks = output.filter(({ isDynamicEntry }) => isDynamicEntry)
  const steps = lazyChunks.filter(({ name }) => !Object.hasOwn(extras, name))
  const flow = new Set(loaded)
  for (const step of steps) {
    const added = closure(chunks, step.fileName, loaded)
    add(`+ ${step.name}`, added)
    for (const { fileName } of added) flow.add(fileName)
  }
  add(
    'sum of the chunks',
    output.filter(({ fileName }) => flow.has(fileName)),
  )
  add('everything', await bundle(component, { inOneFile: true }))
  for (const [name, label] of Object.entries(extras)) {
    const extra = lazyChunks.find((chunk) => chunk.name === name)
    if (!extra) throw new Error(`No chunk is named after the extra "${name}".`)
    add(`extra: ${label}`, closure(chunks, extra.fileName, flow))
  }
  const hook = `export { useConnectAccount } from '@connect-account/react'`
  add('headless hook', await bundle(hook, { inOneFile: true }))
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

/** What the accounts add to a page that has the flow, and what they are alone, until one is connected again. */
async function measureAccounts(component, add) {
  const accounts = '@connect-account/react/accounts'
  const beside = await bundle(`${component}\nexport const accounts = () => import('${accounts}')`)
  const chunks = new Map(beside.map((chunk) => [chunk.fileName, chunk]))
  const flow = new Set(closure(chunks, nameOfEntry(beside)).map(({ fileName }) => fileName))
  const added = beside.find(({ isDynamicEntry, name }) => isDynamicEntry && name === 'accounts')
  add('accounts (optional), beside the flow', closure(chunks, added.fileName, flow))

  const alone = await bundle(`export { AccountList } from '${accounts}'`)
  add(
    'accounts list (optional), alone',
    closure(new Map(alone.map((chunk) => [chunk.fileName, chunk])), nameOfEntry(alone)),
  )
}

const nameOfEntry = (output) => output.find(({ isEntry }) => isEntry).fileName

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

const overruns = rows.filter(({ gzip, budget }) => budget !== null && gzip > budget)
for (const { part, gzip, budget } of overruns)
  console.error(`${part}: ${gzip} bytes gzip, over its budget of ${budget}.`)
if (process.argv.includes('--check') && overruns.length > 0) process.exit(1)
