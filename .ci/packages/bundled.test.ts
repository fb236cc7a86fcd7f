import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { linkDependencies, type Packed, packAll } from './install-packed.ts'

/** A host's backend in one file: sessions, links and the handler. */
const backend = `
import { createServer } from 'node:http'
import { hostedPage } from '@connect-account/hosted'
import { createConnectHandler } from '@connect-account/server'
import { toNodeListener } from '@connect-account/server/node'

async function main() {
  const handler = await createConnectHandler({
    apiKey: process.env.UNIPILE_API_KEY,
    apiUrl: process.env.UNIPILE_API_URL,
    database: { folder: process.env.DATABASE_FOLDER },
    sessionSecret: 'a secret of at least thirty-two characters',
    publicUrl: 'http://localhost',
    links: { page: hostedPage, ownerOf: (userId) => ({ name: userId }) },
    logger: { info() {}, warn() {}, error() {} },
    ...JSON.parse(process.env.MORE_SETTINGS ?? '{}'),
  })
  const listener = toNodeListener(handler)
  const server = createServer(async (request, response) => {
    if (request.url === '/session') response.end(await handler.mintSession({ userId: 'anna', providers: ['mock'] }))
    else if (request.url === '/link') response.end((await handler.links.create({ userId: 'anna' })).url)
    else await listener(request, response)
  })
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port))
}
main().catch((error) => {
  console.log(error.code + ': ' + (error.detail ?? error.message))
  process.exit(1)
})
`

/** An ES module needs this for dependencies that call `require`; see docs/site/recipes/docker.md. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`
const PGLITE = '@electric-sql/pglite'

let packed: Packed
/** A folder like a container: with the host's bundle, and with no package except the embedded database. */
let container: string
beforeAll(async () => {
  packed = await packAll()
  await linkDependencies(packed, { [PGLITE]: 'packages/server' })
  writeFileSync(join(packed.folder, 'backend.mjs'), backend)
  container = join(packed.folder, 'container')
  mkdirSync(join(container, 'node_modules/@electric-sql'), { recursive: true })
  execFileSync('cp', [
    '-RP',
    join(packed.folder, 'node_modules/@electric-sql'),
    join(container, 'node_modules'),
  ])
})
afterAll(() => packed.remove())

async function bundle(format: 'cjs' | 'esm'): Promise<string> {
  const outfile = join(container, format === 'cjs' ? 'server.cjs' : 'server.mjs')
  const { errors, warnings } = await build({
    entryPoints: [join(packed.folder, 'backend.mjs')],
    bundle: true,
    platform: 'node',
    format,
    outfile,
    external: [PGLITE],
    logLevel: 'silent',
    ...(format === 'esm' && { banner: { js: REQUIRE } }),
  })
  expect([...errors, ...warnings].map(({ text }) => text)).toEqual([])
  return outfile
}

interface Running {
  readonly child: ChildProcess
  /** Resolves to the first line that it prints. */
  readonly line: string
}

async function start(command: readonly string[], env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => ['it ended'])])
  return { child, line: String(line) }
}

async function startSandbox(): Promise<Record<string, string>> {
  const bin = join(packed.unpacked('sandbox'), 'dist/cli/main.js')
  const { child, line } = await start([bin, '--port', '0', '--quiet'])
  expect(line).toMatch(/^UNIPILE_API_URL=/)
  child.stdout?.resume()
  return { UNIPILE_API_URL: line.slice('UNIPILE_API_URL='.length), UNIPILE_API_KEY: 'sandbox-key' }
}

/** Links an account through the handler, and loads the hosted page with its files. */
async function useHost(url: string): Promise<void> {
  const session = await (await fetch(`${url}/session`)).text()
  const response = await fetch(`${url}/connect/intents`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${session}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      provider: 'mock',
      method: 'direct',
    }),
  })
  expect(await response.text()).toContain('"linked"')

  const link = new URL(await (await fetch(`${url}/link`)).text())
  const page = await (await fetch(`${url}${link.pathname}`)).text()
  const files = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => file)
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) expect((await fetch(`${url}/connect/links/${file}`)).status, file).toBe(200)
}

describe.each(['cjs', 'esm'] as const)('a backend that esbuild bundles as %s', (format) => {
  test('links an account with the sandbox and serves the hosted page, without its packages', async () => {
    const outfile = await bundle(format)
    const env = { ...(await startSandbox()), DATABASE_FOLDER: join(container, 'database') }
    const { line } = await start([outfile], env)
    expect(line).toMatch(/^http:/)
    await useHost(line)
  })
})

describe('a host without the optional packages', () => {
  let bare: Packed
  beforeAll(async () => {
    bare = await packAll()
    await linkDependencies(bare, {})
    writeFileSync(join(bare.folder, 'backend.mjs'), backend)
  })
  afterAll(() => bare.remove())
  const notices = {
    smtpUrl: 'smtp://localhost',
    from: 'a@example.com',
    productName: 'P',
    linkTo: 'x',
    emailOf: 'x',
  }

  test.each([
    {
      what: 'the embedded database',
      settings: {},
      says: `database: the embedded database needs ${PGLITE}. Run: npm install ${PGLITE}`,
    },
    {
      what: 'email',
      settings: { notices },
      says: 'notices: email needs nodemailer. Run: npm install nodemailer',
    },
    {
      what: 'the page for Prometheus',
      settings: { metrics: { token: 'a-token-that-is-long-enough' } },
      says: 'metrics: the page for Prometheus needs @opentelemetry/sdk-metrics @opentelemetry/exporter-prometheus. Run: npm install @opentelemetry/sdk-metrics @opentelemetry/exporter-prometheus',
    },
  ])('learns from the error what $what needs', async ({ settings, says }) => {
    const env = { UNIPILE_API_KEY: 'k', DATABASE_FOLDER: 'x', MORE_SETTINGS: JSON.stringify(settings) }
    const command = [join(bare.folder, 'backend.mjs')]
    expect((await start(command, env)).line).toBe(`invalid_setting: ${says}`)
    const outfile = join(bare.folder, 'bundle.cjs')
    await build({ entryPoints: command, bundle: true, platform: 'node', outfile, logLevel: 'silent' })
    expect((await start([outfile], env)).line).toBe(`invalid_setting: ${says}`)
  })
})

test('every entry that runs in Node.js can be required', async () => {
  const entries = [
    'core',
    'core/errors',
    'core/protocol',
    'core/catalogue',
    'core/input',
    'core/internal',
    'core/client',
    'core/testing',
  ]
  entries.push(
    'hosted',
    'extension',
    'sandbox',
    'sandbox/testing',
    'server',
    ...['node', 'express', 'fastify', 'next', 'hono'].map((one) => `server/${one}`),
  )
  const script = `for (const entry of ${JSON.stringify(entries)}) {
    if (Object.keys(require('@connect-account/' + entry)).length === 0) throw new Error(entry)
  }`
  const file = join(packed.folder, 'require.cjs')
  writeFileSync(file, script)
  expect(execFileSync(process.execPath, ['--no-warnings', file], { encoding: 'utf8' })).toBe('')
})

test('each command is the only one of its package, so that npx finds it by the package name', async () => {
  for (const [name, command] of [
    ['server', 'connect-account-server'],
    ['sandbox', 'connect-account-sandbox'],
  ] as const) {
    const { bin = {} } = await packed.manifest(name)
    expect(Object.keys(bin)).toEqual([command])
    const help = execFileSync(process.execPath, [join(packed.unpacked(name), bin[command] ?? ''), '--help'], {
      encoding: 'utf8',
    })
    expect(help).toContain(`npx @connect-account/${name}`)
  }
})

test('no document, help text or message names a command that a stranger could register', () => {
  const folders = ['README.md', 'docs', '.changeset', 'packages', 'apps'].flatMap((place) =>
    place.endsWith('.md')
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' })
          .filter(
            (file) =>
              /\.(md|ts|tsx|mjs|json)$/.test(file) &&
              !/(^|\/)(node_modules|dist|\.cache|\.data)\//.test(file),
          )
          .map((file) => join(place, file)),
  )
  const unsafe =
    /\bconnect-account (doctor|webhooks)\b|\bnpx (?!@connect-account\/|(next|playwright|vite|vitest)\b)/
  const found = folders.filter((file) => unsafe.test(readFileSync(file, 'utf8')))
  expect(found).toEqual([])
})
