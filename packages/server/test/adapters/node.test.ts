import { createServer } from 'node:http'
import { toNodeListener } from '../../src/adapters/node.ts'
import { listening, startMountedHost } from './mounted-host.ts'
import { smokeTests } from './smoke.ts'

smokeTests(() => startMountedHost((handler) => listening(createServer(toNodeListener(handler)).listen(0))))
