import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkedin } from './fixtures.ts'
import { answers } from './scripted-upstream.ts'
import { startTestHost, type TestHost } from './test-host.ts'

const HOUR = 3_600_000

let host: TestHost
/** How far the host's clock is ahead, in milliseconds. */
let ahead = 0
const now = () => Date.now() + ahead

beforeAll(async () => {
  host = await startTestHost({ now })
})
afterAll(() => host.close())

/** Housekeeping, run by a new instance: it cleans the table of the limits last. */
async function keepHouse() {
  await host.database.query("update connect_jobs set due_at = '2000-01-01' where name = 'housekeeping'")
  await host.database.query("insert into connect_rate_limits values ('old', 1, 0)")
  const other = await host.another()
  await expect
    .poll(() => host.database.query("select 1 from connect_rate_limits where key = 'old'"))
    .toEqual([])
  await other.close()
}

test('the same key returns the same intent for a day after its end, and then a new one', async () => {
  const anna = host.as('anna')
  host.upstream.script = () => answers.checkpoint('OTP')
  const first = await anna.start(linkedin(), 'a-key')
  await anna.send('DELETE', `/intents/${first.id}`)

  ahead = 23 * HOUR
  await keepHouse()
  expect((await anna.start(linkedin(), 'a-key')).id).toBe(first.id)

  ahead = 25 * HOUR
  await keepHouse()
  expect((await anna.start(linkedin(), 'a-key')).id).not.toBe(first.id)
})
