import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import * as v from 'valibot'
import { refusals } from './wire-error.ts'

/** Reads a JSON body by its schema. Refuses anything else with a 400 that names the member but never its value. */
export async function parseBody<S extends v.GenericSchema>(
  request: { text(): Promise<string> },
  schema: S,
): Promise<v.InferOutput<S>> {
  let body: unknown
  try {
    body = JSON.parse(await request.text())
  } catch {
    throw refusals.invalidParameters('The body is not JSON.')
  }
  return parseValue(body, schema)
}

export function parseValue<S extends v.GenericSchema>(value: unknown, schema: S): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const where = v.getDotPath(issue) ?? 'body'
  throw refusals.invalidParameters(
    `${where}: expected ${issue.expected ?? issue.requirement ?? 'another value'}.`,
  )
}

/** Returns whether the caller asks for HTML, as browsers do. Any other caller is a script. */
export function wantsPage(c: Context): boolean {
  const type = accepts(c, {
    header: 'Accept',
    supports: ['application/json', 'text/html'],
    default: 'application/json',
  })
  return type === 'text/html'
}
