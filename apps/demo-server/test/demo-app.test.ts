import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoServer, startDemoServer } from '../src/demo-server.ts'
import { readSettings } from '../src/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'connect-account-demo-'))
let demo: DemoServer

beforeAll(async () => {
  const settings = readSettings({ DATA_DIR: folder, LOG_LEVEL: 'silent' })
  demo = await startDemoServer({ ...settings, port: 0, sandboxPort: 0 }, () => {})
}, 60_000)

afterAll(async () => {
  await demo.close()
  await rm(folder, { recursive: true })
})

/** Signs in as a page at `host` would. `fetch` does not let a caller choose the header. */
function signInAt(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = demo.server.address() as AddressInfo
    const headers = { host, origin: `http://${host}`, 'content-type': 'application/json' }
    const call = request(
      { host: 'localhost', port, path: '/api/sign-in', method: 'POST', headers },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      },
    )
    call.on('error', reject)
    call.end('{"user":"anna"}')
  })
}

test('only this machine reaches it', () => {
  const { address } = demo.server.address() as AddressInfo
  expect(['127.0.0.1', '::1']).toContain(address)
})

test('a name that points to this machine, but is not its own, is refused', async () => {
  expect(await signInAt('evil.example')).toBe(421)
  expect(await signInAt('localhost.evil.example')).toBe(421)
  expect(await signInAt('127.0.0.1.evil.example:4310')).toBe(421)
  expect(await signInAt(new URL(demo.url).host)).toBe(200)
  expect(await signInAt('localhost:5173')).toBe(200)
})

test('users of the demo make links through its backend, revoke their own, and none by the kit’s own route', async () => {
  const signIn = (user: string) =>
    fetch(`${demo.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user }),
    })
  const as = async (user: string, method: string, path: string, body?: object) => {
    const cookie = (await signIn(user)).headers.get('set-cookie')?.split(';')[0] ?? ''
    return fetch(`${demo.url}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  }
  const link: unknown = await (await as('anna', 'POST', '/api/links', {})).json()
  const id = link instanceof Object && 'id' in link ? String(link.id) : ''
  expect(await (await as('ben', 'DELETE', `/api/links/${id}`)).json()).toEqual({ revoked: 0 })
  expect((await fetch(`${demo.url}/api/links/${id}`, { method: 'DELETE' })).status).toBe(401)
  expect(await (await as('anna', 'DELETE', `/api/links/${id}`)).json()).toEqual({ revoked: 1 })

  const session: unknown = await (await as('anna', 'POST', '/api/connect-session')).json()
  const token = session instanceof Object && 'token' in session ? String(session.token) : ''
  const own = await fetch(`${demo.url}/connect/links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(await own.json()).toMatchObject({ code: 'self_service_off' })
})
