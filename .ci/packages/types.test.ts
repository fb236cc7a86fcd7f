import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkDependencies, type Packed, packAll } from './install-packed.ts'

/** The command of each compiler: `tsc` on the path is the one that checks this repository. */
const compilers: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  'TypeScript 5.9': [
    process.execPath,
    join(process.cwd(), 'packages/server/node_modules/typescript-5.9/bin/tsc'),
  ],
  'TypeScript 7': ['tsc'],
}

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  declaration: true,
  outDir: 'out',
}

/** A host's front end: the code of a README, and re-exports. */
const frontend = `
import { AccountList } from '@connect-account/react/accounts'
import { altchaCaptcha } from '@connect-account/react/altcha'
import { arkoseCaptcha } from '@connect-account/react/arkose'
import { ConnectAccount, ConnectAccountDialog, useConnectAccount } from '@connect-account/react'
import '@connect-account/react/styles.css'
import '@connect-account/react/accounts.css'
import { scriptedTransport } from '@connect-account/core/testing'

/** A hook of the host, whose declaration names the kit's types. */
export const useFlow = () => useConnectAccount({ session: 'token' })
export const adapters = [altchaCaptcha, arkoseCaptcha]
export const transport = scriptedTransport()

export function Page() {
  return (
    <>
      <ConnectAccount session={async () => 'token'} />
      <AccountList session="token" />
    </>
  )
}
export { ConnectAccountDialog }
`

/** A host's backend, with every adapter. */
const backend = `
import { createServer } from 'node:http'
import { PGlite } from '@electric-sql/pglite'
import { hostedPage } from '@connect-account/hosted'
import { startSandbox } from '@connect-account/sandbox'
import { type ConnectSettings, checkSameOrigin, createConnectHandler } from '@connect-account/server'
import { toExpress } from '@connect-account/server/express'
import { toFastify } from '@connect-account/server/fastify'
import { toHono } from '@connect-account/server/hono'
import { openOnce, toNextRoute } from '@connect-account/server/next'
import { drainOnSignal, toNodeListener } from '@connect-account/server/node'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'

const settings: ConnectSettings = {
  apiKey: 'key',
  sessionSecret: 's',
  database: { client: new PGlite() },
  links: { page: hostedPage, ownerOf: (userId) => ({ name: userId }), brand: { name: 'Tidewater' } },
}
export const sandbox = () => startSandbox({ port: 0, apiKey: 'key' })
export const open = () => createConnectHandler(settings)
const handler = await open()

const server = createServer(toNodeListener(handler)).listen(8080)
await drainOnSignal(server, handler)

const app = express()
app.use('/connect', toExpress(handler))
app.use(
  express.json({
    verify: (request, _response, bytes) => {
      Object.assign(request, { rawBody: bytes })
    },
  }),
)

const fast = fastify()
await fast.register(toFastify(handler), { prefix: '/connect' })
fast.addHook('preClose', () => handler.close())

export const connect = openOnce(open)
export const { GET, POST, PATCH, DELETE, OPTIONS } = toNextRoute(connect)

new Hono().all('/connect/*', toHono(handler))

export const mint = async (request: Request): Promise<Response> => {
  if (!checkSameOrigin(request)) return new Response(null, { status: 403 })
  return Response.json({ token: await handler.mintSession({ userId: 'anna', providers: ['linkedin'] }) })
}
`

let packed: Packed
beforeAll(async () => {
  packed = await packAll()
  await linkDependencies(packed, {
    '@electric-sql/pglite': 'packages/server',
    '@opentelemetry/api': 'packages/server',
    '@types/express': 'packages/server',
    express: 'packages/server',
    fastify: 'packages/server',
    hono: 'packages/server',
    '@types/node': '.',
    '@types/react': '.',
    '@types/react-dom': '.',
    react: '.',
    'react-dom': '.',
  })
})
afterAll(() => packed.remove())

/** Runs the compiler in a folder. */
function compile(
  [command, ...before]: readonly [string, ...string[]],
  folder: string,
  args: readonly string[],
) {
  return spawnSync(command, [...before, ...args], { cwd: folder, encoding: 'utf8' })
}

/** The compiler's errors, without those in third-party declarations, which our packages cannot fix. */
function errorsOf(
  compiler: readonly [string, ...string[]],
  file: string,
  source: string,
  options: object,
): string[] {
  const folder = mkdtempSync(join(packed.folder, 'host-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(join(folder, file), source)
  const compilerOptions = { ...strict, rootDir: '.', ...options }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: [file] }))
  const { stdout, status } = compile(compiler, folder, ['--project', '.', '--pretty', 'false'])
  const errors = stdout.split('\n').filter((line) => /error TS\d+/.test(line))
  if (status !== 0 && errors.length === 0) return [`ended with ${status}: ${stdout}`]
  return errors.filter((line) => !/node_modules\/(?!@connect-account\/[^/]+\/dist)[^(]*\(/.test(line))
}

describe.each(Object.entries(compilers))('%s', (_, compiler) => {
  const web = { lib: ['ES2022', 'DOM', 'DOM.Iterable'], jsx: 'react-jsx', types: [], target: 'es2022' }
  const node = { lib: ['ES2023'], types: ['node'], target: 'es2023' }

  const esnext = { module: 'esnext', moduleResolution: 'bundler' }
  const nodenext = { module: 'nodenext', moduleResolution: 'nodenext' }

  test.each([esnext, nodenext])('a front end in $moduleResolution, every declaration checked', (how) => {
    expect(errorsOf(compiler, 'index.tsx', frontend, { ...web, ...how })).toEqual([])
  })

  test.each([nodenext, esnext])('a backend in $moduleResolution, every declaration checked', (how) => {
    expect(errorsOf(compiler, 'index.ts', backend, { ...node, ...how })).toEqual([])
  })
})

test("no declaration of the server's entries imports a driver, or anything that builds queries", async () => {
  const { exports } = await packed.manifest('server')
  const entries = Object.keys(exports).filter((entry) => entry !== './package.json')
  const folder = mkdtempSync(join(packed.folder, 'entries-'))
  writeFileSync(
    join(folder, 'index.mts'),
    entries
      .map((entry, index) => `export * as e${index} from '@connect-account/server${entry.slice(1)}'`)
      .join('\n'),
  )
  const args = ['--noEmit', '--listFilesOnly', '--module', 'nodenext', '--types', 'node', 'index.mts']
  const { stdout } = compile(['tsc'], folder, args)
  expect(stdout).toContain('@connect-account/server/dist/index.d.ts')
  const leaked = /node_modules\/(drizzle-orm|pg|@types\/pg|@electric-sql|nodemailer|undici|@opentelemetry)\//
  expect(stdout.split('\n').filter((file) => leaked.test(file))).toEqual([])
})
