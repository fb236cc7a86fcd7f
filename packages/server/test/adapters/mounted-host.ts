import { readFile } from 'node:fs/promises'
import type { Server } from 'node:net'
import { type Sandbox, startSandbox } from '@connect-account/sandbox'
import { inject } from 'vitest'
import { type ConnectHandler, type ConnectSettings, createConnectHandler } from '../../src/index.ts'
import { apiKey, sessionSecret, webhookSecret } from '../fixtures.ts'
import { countStreams } from './count-streams.ts'

/** A host product on a framework's own server, in front of the sandbox. */
export interface MountedHost {
  readonly url: string
  readonly sandboxUrl: string
  close(): Promise<void>
}

/** A framework that listens. `stop` is called while streams may be open. */
export interface Listening {
  readonly url: string
  stop(): Promise<void>
}

/** The origin of a front end on another host. */
export const foreignOrigin = 'https://app.example.com'

export const hostSettings: Omit<ConnectSettings, 'apiUrl' | 'database'> = {
  apiKey,
  sessionSecret,
  webhookSecret,
  allowedOrigins: [foreignOrigin],
  timings: { pollEveryMs: 30 },
  logger: { info() {}, warn() {}, error() {} },
}

export function openSandbox(): Promise<Sandbox> {
  return startSandbox({ port: 0, apiKey, timings: { syncMs: 50 } })
}

/** Mounts a handler of this process by `mount`. */
export async function startMountedHost(
  mount: (handler: ConnectHandler) => Promise<Listening>,
): Promise<MountedHost> {
  const sandbox = await openSandbox()
  const handler = await createConnectHandler({
    ...hostSettings,
    apiUrl: sandbox.url,
    database: { snapshot: new Blob([await readFile(inject('databaseSnapshot'))]) },
  })
  const { url, stop } = await mount(countStreams(handler))
  return {
    url,
    sandboxUrl: sandbox.url,
    async close() {
      await handler.close()
      await stop()
      await sandbox.close()
    },
  }
}

/** Resolves once it listens. */
export async function listening(server: Server): Promise<Listening> {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on no port.')
  return {
    url: `http://localhost:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
