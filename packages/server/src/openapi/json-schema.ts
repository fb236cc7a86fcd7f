import type { Contract, Reader } from '@connect-account/core/protocol'

type JsonSchema = Readonly<Record<string, unknown>>

/**
 * What a reader of the browser's wire accepts, as JSON Schema (draft 2020-12).
 * @param referTo returns a reference to a contract that has its own name in the document.
 */
export function jsonSchemaOf(
  { reads }: Reader<unknown>,
  referTo: (contract: Contract) => JsonSchema | undefined,
): JsonSchema {
  const nested = (reader: Reader<unknown>) => referTo(reader.reads) ?? jsonSchemaOf(reader, referTo)

  if ('enum' in reads) return { type: 'string', enum: reads.enum }
  if ('items' in reads) return { type: 'array', items: nested(reads.items) }
  if ('values' in reads) return { type: 'object', additionalProperties: nested(reads.values) }
  if ('nullable' in reads) return { anyOf: [nested(reads.nullable), { type: 'null' }] }
  if ('anyOf' in reads) return { anyOf: reads.anyOf.map(nested) }
  if (!('members' in reads)) return reads
  const members = Object.entries(reads.members)
  return {
    type: 'object',
    properties: Object.fromEntries(
      members.map(([name, member]) => [name, nested('optional' in member ? member.optional : member)]),
    ),
    required: members.filter(([, member]) => !('optional' in member)).map(([name]) => name),
  }
}
