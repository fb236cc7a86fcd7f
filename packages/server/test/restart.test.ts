import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readIntent } from '@connect-account/core/protocol'
import { PGlite } from '@electric-sql/pglite'
import { expect, inject, test } from 'vitest'
import { createConnectHandler } from '../src/index.ts'
import { quick, sessionSecret } from './fixtures.ts'
import { answers, type Reply, startScriptedUpstream } from './scripted-upstream.ts'
import { Browser } from './test-host.ts'

test('after a process is killed during a QR wait, the next one links the scan, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'connect-account-'))
  const data = join(folder, 'data')
  const snapshot = new Blob([await readFile(inject('databaseSnapshot'))])
  await (await PGlite.create({ dataDir: data, loadDataDir: snapshot })).close()
  const upstream = await startScriptedUpstream()
  let scanned = false
  upstream.script = ({ path }, signal) => {
    if (path === '/v2/auth/intent') return answers.qr('one')
    return scanned ? answers.account('acc_1') : once(signal, 'abort').then((): Reply => 'never')
  }

  const script = fileURLToPath(new URL('child-host.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--conditions=@connect-account/source', script, data, upstream.url],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 30_000,
    },
  )
  const [printed] = await once(child.stdout, 'data')
  const posed = readIntent(JSON.parse(String(printed)))
  expect(posed.step.type).toBe('qr')
  await expect.poll(() => upstream.calls).toHaveLength(2)
  child.kill('SIGKILL')
  await once(child, 'exit')
  scanned = true

  const handler = await createConnectHandler({
    apiKey: 'k',
    apiUrl: upstream.url,
    database: { folder: data },
    sessionSecret,
    logger: { info() {}, warn() {}, error() {} },
    timings: quick,
  })
  const anna = new Browser(handler, 'anna', undefined)
  await expect.poll(async () => (await anna.read(posed.id)).step.type).toBe('linked')
  expect(upstream.calls).toHaveLength(3)
  const { accounts } = JSON.parse(await (await anna.send('GET', '/accounts')).text())
  expect(accounts).toHaveLength(1)
  await handler.close()
  await upstream.close()
  await rm(folder, { recursive: true })
}, 60_000)
