/** The handler as a host mounts it, on `DATABASE_URL`, in front of `UPSTREAM_URL`. */
import * as v from 'valibot'
import { toNodeListener } from '../../src/adapters/node.ts'
import { createConnectHandler } from '../../src/index.ts'
import { listen } from '../listen.ts'
import { takeCommands } from '../take-commands.ts'

const handler = await createConnectHandler({
  apiKey: 'bench',
  apiUrl: process.env.UPSTREAM_URL ?? '',
  database: process.env.DATABASE_URL ?? '',
  sessionSecret: 'a secret of the bench, which has thirty-two characters',
  // Every call is counted as for a host's users, and none is over the limit.
  rateLimits: {
    start: { points: 1_000_000, seconds: 600 },
    solve: { points: 1_000_000, seconds: 600 },
  },
})
const { url, close } = await listen(toNodeListener(handler))

takeCommands(
  {
    url: () => url,
    /** Tokens of as many users. */
    tokens: (count) =>
      Promise.all(
        Array.from({ length: v.parse(v.number(), count) }, (_, index) =>
          handler.mintSession({ userId: `user-${index}`, expiresIn: 86_400 }),
        ),
      ),
  },
  async () => {
    await close()
    await handler.close()
  },
)
