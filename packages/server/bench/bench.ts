/**
 * What the handler costs and how fast it is, on a real PostgreSQL that flushes its commits (fsync): `bench.ts
 * [--json] [--check] [part …]`. Each subject, the upstream and the load have a process of their own.
 * `--check` fails if a goal is missed.
 */
import { availableParallelism } from 'node:os'
import { startPostgres } from '@connect-account/test-postgres'
import pg from 'pg'
import type { BenchContext, Row } from './parts/bench-context.ts'
import { measureGrowth } from './parts/growth.ts'
import { measureOneUser } from './parts/one-user.ts'
import { measureThroughput } from './parts/throughput.ts'
import { measureWaits } from './parts/waits.ts'
import { type RoleProcess, startRole } from './role-process.ts'

const parts: Record<string, (context: BenchContext) => Promise<Row[]>> = {
  throughput: measureThroughput,
  waits: measureWaits,
  growth: measureGrowth,
  'one-user': measureOneUser,
}

const args = process.argv.slice(2)
const chosen = args.filter((arg) => !arg.startsWith('--'))
const rows = await measure()
if (args.includes('--json')) console.log(JSON.stringify({ cores: availableParallelism(), rows }, null, 2))
else printTable(rows)
const missed = rows.filter(({ goal }) => goal && !goal.met)
if (args.includes('--check') && missed.length > 0) process.exitCode = 1

async function measure(): Promise<Row[]> {
  const postgres = await startPostgres({
    durable: true,
    settings: { max_wal_size: '4GB', shared_buffers: '256MB' },
  })
  const roles: RoleProcess[] = []
  const start = (name: string, env: Record<string, string>) => {
    const role = startRole(name, env)
    roles.push(role)
    return role
  }
  const admin = new pg.Client(postgres.url)
  const stop = async () => {
    await Promise.all(roles.map((role) => role.stop()))
    await admin.end()
    await postgres.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void stop().then(() => process.exit(130)))
  try {
    await admin.connect()
    const context: BenchContext = {
      start,
      upstream: start('upstream', {}),
      load: start('load', {}),
      async createDatabase(name) {
        await admin.query(`create database ${pg.escapeIdentifier(name)}`)
        const url = new URL(postgres.url)
        url.pathname = `/${name}`
        return url.href
      },
      say: (text) => process.stderr.write(`${text} …\n`),
    }
    const measured: Row[] = []
    for (const [name, part] of Object.entries(parts))
      if (chosen.length === 0 || chosen.includes(name)) measured.push(...(await part(context)))
    return measured
  } finally {
    await stop()
  }
}

function printTable(all: Row[]) {
  const round = (value: number) => Number(value.toPrecision(3))
  console.table(
    all.map(({ what, value, unit, spread, goal }) => ({
      what,
      value: `${round(value)} ${unit}`.trim(),
      spread: spread === undefined ? '' : `± ${round(spread / 2)}`,
      goal: goal ? `${goal.met ? '✓' : '✗'} ${goal.text}` : '',
    })),
  )
}
