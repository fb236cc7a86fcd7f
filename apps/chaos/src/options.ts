import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'

export interface Options {
  /** How long users link accounts while faults happen, in milliseconds. */
  readonly loadMs: number
  readonly seed: string
  /** How many users are active at a time. */
  readonly users: number
}

export const usage = `Usage: npm run test:chaos -- [--minutes 3] [--users 12] [--seed <text>]`

/** @throws Error with a message for the person who typed the arguments. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '3' },
      users: { type: 'string', default: '12' },
      seed: { type: 'string', default: randomBytes(4).toString('hex') },
    },
  })
  return {
    loadMs: readPositive('minutes', values.minutes) * 60_000,
    users: Math.ceil(readPositive('users', values.users)),
    seed: values.seed,
  }
}

function readPositive(name: string, text: string): number {
  const value = Number(text)
  if (!(value > 0 && Number.isFinite(value))) throw new Error(`--${name} must be a number above zero.`)
  return value
}
