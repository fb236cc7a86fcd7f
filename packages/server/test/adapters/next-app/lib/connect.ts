import { createConnectHandler } from '@connect-account/server'
import { openOnce } from '@connect-account/server/next'
import { countStreams } from '../../count-streams.ts'

export const connect = openOnce(async () =>
  countStreams(await createConnectHandler(JSON.parse(process.env.CONNECT_SETTINGS ?? '{}'))),
)
