import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestHost, type TestHost } from '../test-host.ts'

let host: TestHost

beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host.close())

test('opens one handler for all copies of the module, and tries again after a failure', async () => {
  const open = vi
    .fn(async () => host.handler)
    .mockRejectedValueOnce(new Error('The database is unavailable.'))
  const { openOnce, toNextRoute } = await import('../../src/adapters/next.ts')
  vi.resetModules()
  const reloaded = await import('../../src/adapters/next.ts')
  expect(reloaded.openOnce).not.toBe(openOnce)

  const { GET } = toNextRoute(openOnce(open))
  const request = new Request('http://host.test/connect/providers')
  await expect(GET(request)).rejects.toThrow('unavailable')
  expect(await reloaded.openOnce(open)()).toBe(host.handler)
  expect((await GET(request)).status).toBe(401)
  expect(open).toHaveBeenCalledTimes(2)
})
