import express from 'express'
import { toExpress } from '../../src/adapters/express.ts'
import { listening, startMountedHost } from './mounted-host.ts'
import { smokeTests } from './smoke.ts'

smokeTests(() =>
  startMountedHost((handler) => {
    const app = express()
    app.use('/connect', toExpress(handler))
    app.use(express.json())
    return listening(app.listen(0))
  }),
)
