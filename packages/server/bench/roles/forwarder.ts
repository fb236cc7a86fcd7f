/**
 * The floors: the plainest forwarder to `UPSTREAM_URL`, `node:http` in front of an undici pool. With
 * `DATABASE_URL` it also writes `WRITES` rows per start and solve, each with a prepared statement and of an
 * intent's size, half of them before the call and half after.
 */
import pg from 'pg'
import { Pool } from 'undici'
import { listen } from '../listen.ts'
import { readBody } from '../read-body.ts'
import { takeCommands } from '../take-commands.ts'

/**
 * Padding to the length of an intent's row, so that each write logs about as much as one of the handler's.
 */
const rest = 'x'.repeat(300)

const upstream = new Pool(process.env.UPSTREAM_URL ?? '')
const database = process.env.DATABASE_URL
  ? new pg.Pool({ connectionString: process.env.DATABASE_URL })
  : undefined
/** Of a start and of a solve, before and after the call. */
const writes = share(Number(process.env.WRITES ?? 0))

const { url, close } = await listen(async (request, response) => {
  const body = await readBody(request)
  const [path = '', row = ''] = (request.url ?? '').split('?row=')
  const isStart = path === '/v2/auth/intent'
  const [before = 0, after = 0] = isStart ? writes.slice(0, 2) : writes.slice(2)
  for (let count = 0; count < before; count++) {
    if (isStart && count === 0) {
      await database?.query({
        name: 'insert',
        text: 'insert into bench_writes (id, revision, step, rest) values ($1, 1, $2, $3)',
        values: [row, body, rest],
      })
    } else await update(row, body)
  }
  const answer = await upstream.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body,
  })
  const text = await answer.body.text()
  for (let count = 0; count < after; count++) await update(row, text)
  response.writeHead(answer.statusCode, { 'content-type': 'application/json' }).end(text)
})

async function update(row: string, step: string) {
  await database?.query({
    name: 'update',
    text: 'update bench_writes set revision = revision + 1, step = $2 where id = $1',
    values: [row, step],
  })
}

function share(total: number): number[] {
  return [0, 1, 2, 3].map((part) => Math.floor((total + 3 - part) / 4))
}

takeCommands({ url: () => url }, async () => {
  await close()
  await upstream.destroy()
  await database?.end()
})
