import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'

export interface Options {
  readonly seed: string
  /** The numbers of the walks. A single one repeats a walk of an earlier run. */
  readonly walks: readonly number[]
  /** How many walks run at a time, each with a server of its own. */
  readonly workers: number
  /** Whether the site is already built. */
  readonly isBuilt: boolean
}

export const usage =
  'Usage: npm run test:monkeys -- [--seed <text>] [--walks 200 | --walk <number>] [--workers 3] [--built]'

/** @throws Error with a message for the person who typed the arguments. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: randomBytes(4).toString('hex') },
      walks: { type: 'string', default: '200' },
      walk: { type: 'string', multiple: true },
      workers: { type: 'string', default: '3' },
      built: { type: 'boolean', default: false },
    },
  })
  const walks = values.walk?.map((text) => readCount('walk', text)) ?? firstNumbers(values.walks)
  return {
    seed: values.seed,
    walks,
    workers: Math.min(readCount('workers', values.workers), walks.length),
    isBuilt: values.built,
  }
}

function firstNumbers(count: string): number[] {
  return Array.from({ length: readCount('walks', count) }, (_, index) => index + 1)
}

function readCount(name: string, text: string): number {
  const value = Number(text)
  if (!(Number.isInteger(value) && value > 0)) throw new Error(`--${name} must be a whole number above zero.`)
  return value
}
