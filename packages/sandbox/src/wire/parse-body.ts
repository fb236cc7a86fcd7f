import * as v from 'valibot'
import { WireError } from './wire-error.ts'

/** Reads a JSON body by its schema; anything else is a 400 that names the member, never its value. */
export async function parseBody<S extends v.GenericSchema>(
  request: { text(): Promise<string> },
  schema: S,
): Promise<v.InferOutput<S>> {
  let body: unknown
  try {
    body = JSON.parse(await request.text())
  } catch {
    throw invalidParameters('The body is not JSON.')
  }
  return parseValue(body, schema)
}

export function parseValue<S extends v.GenericSchema>(value: unknown, schema: S): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const where = v.getDotPath(issue) ?? 'body'
  throw invalidParameters(`${where}: expected ${issue.expected ?? issue.requirement ?? 'another value'}.`)
}

function invalidParameters(detail: string): WireError {
  return new WireError({ status: 400, type: 'api/invalid_parameters', title: 'Invalid parameters', detail })
}
