import { type ParseArgsConfig, parseArgs } from 'node:util'
import { suggest } from '../options/known-names.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>
>

/** The values of these options. */
export type ValuesOf<T extends Options> = Parsed<T>['values']

/** An invalid command line. The message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Parses a command line. @throws UsageError, with the nearest name for an option that does not exist. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T): Parsed<T> {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) {
      throw new UsageError(`${token.rawName}: unknown.${suggest(token.name, Object.keys(options), '--')}`)
    }
  }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Invalid options.')
  }
}

/** @throws UsageError if it is empty. */
export function readText(name: string, text: string): string {
  if (text) return text
  throw new UsageError(`--${name}: empty. Set a value, or omit it.`)
}

/** @throws UsageError if it is no http(s) URL. */
export function readUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text
  throw new UsageError(`--${name}: not an http(s) URL.`)
}
