import { parseArgs } from 'node:util'

export interface Options {
  /** Leaves out the attacks that take long. */
  readonly isShort: boolean
  /** Only the attacks whose names contain this. */
  readonly only: string
  /** Whether the demo's site is built already. */
  readonly isBuilt: boolean
}

export const usage = 'Usage: npm run test:attacks -- [--short] [--only <text of a name>] [--built]'

/** @throws Error with a message for the person who typed the arguments. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      built: { type: 'boolean', default: false },
    },
  })
  return { isShort: values.short, only: values.only, isBuilt: values.built }
}
