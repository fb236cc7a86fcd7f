import { readFile } from 'node:fs/promises'
import { expect, inject, test } from 'vitest'
import { createConnectHandler } from '../src/index.ts'
import { linkedin, quick, sessionSecret } from './fixtures.ts'
import { answers, startScriptedUpstream } from './scripted-upstream.ts'
import { Browser } from './test-host.ts'

test('an embedded database starts from a snapshot', async () => {
  const upstream = await startScriptedUpstream()
  upstream.script = () => answers.account('acc_1')
  const handler = await createConnectHandler({
    apiKey: 'k',
    apiUrl: upstream.url,
    database: { snapshot: new Blob([await readFile(inject('databaseSnapshot'))]) },
    sessionSecret,
    logger: { info() {}, warn() {}, error() {} },
    timings: quick,
  })
  expect((await new Browser(handler, 'anna', undefined).start(linkedin())).step.type).toBe('linked')
  await handler.close()
  await upstream.close()
})
