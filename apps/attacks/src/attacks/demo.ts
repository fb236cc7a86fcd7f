import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Attack } from '../attack.ts'

const main = fileURLToPath(new URL('../../../demo-server/src/main.ts', import.meta.url))

/** The status of a request to this address that names this host; `undefined` if nothing listens there. */
function statusOf(hostname: string, port: string, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const call = request({ hostname, port, path: '/api/me', headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    call.once('error', () => resolve(undefined))
    call.end()
  })
}

export const demoAttacks: Attack[] = [
  {
    name: 'the demo from elsewhere',
    tried: 'another machine reaches the demo, and a page of another name points to it',
    async run(ground) {
      const { port, host } = new URL((await ground.demo()).url)
      const elsewhere = await statusOf('127.0.0.2', port, host)
      const renamed = await statusOf('localhost', port, 'evil.example')
      return {
        held: elsewhere === undefined && renamed === 421,
        happened: `${elsewhere ?? 'nothing listens'} on another address, ${renamed} for another name`,
      }
    },
  },
  {
    name: 'the demo with a real key',
    tried: 'the demo, where anyone signs in by name, is started with a key of Unipile',
    async run() {
      const child = spawn(process.execPath, ['--conditions=@connect-account/source', main], {
        env: {
          ...process.env,
          PORT: '0',
          SANDBOX_PORT: '0',
          UNIPILE_API_KEY: 'real',
          DEMO_WITH_REAL_ACCOUNTS: '',
        },
        stdio: 'ignore',
      })
      const stop = setTimeout(() => child.kill(), 10_000)
      const [code] = await once(child, 'exit')
      clearTimeout(stop)
      return { held: code === 1, happened: code === 1 ? 'it does not start' : `it ends with ${code}` }
    },
  },
]
