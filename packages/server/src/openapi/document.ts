import { type Contract, problemMediaType } from '@connect-account/core/protocol'
import { toJsonSchemaDefs } from '@valibot/to-json-schema'
import { SIGNATURE_HEADER } from '../upstream/v2/webhook-signature.ts'
import { type AnswerName, answerDescriptions, answerReaders } from './answers.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { type Operation, type OtherBody, operations, requestSchemas } from './operations.ts'

const description = `The browser's wire of Connect Account, and the endpoints for the host's operators. Times are
ISO 8601 by the server's clock. Errors are problem documents (RFC 9457): decide on their \`code\`. Unknown members
and new types of steps may be added.`

const texts: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Created',
  204: 'Done, without content',
  303: 'Continue there',
  503: 'Unavailable',
}

/** Every route of the handler as OpenAPI 3.1, generated from the schemas that the routes parse with. */
export function openApiDocument(basePath: string): Record<string, unknown> {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Connect Account',
      version: '1',
      description: description.replaceAll('\n', ' '),
      license: { name: 'MIT' },
    },
    servers: [{ url: basePath || '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'A token of `mintSession`.' },
        signature: { type: 'apiKey', in: 'header', name: SIGNATURE_HEADER },
        metricsToken: { type: 'http', scheme: 'bearer', description: 'The setting `metrics.token`.' },
      },
      schemas: componentSchemas(),
    },
  }
}

const securityOf = {
  session: [{ session: [] }],
  signed: [{ signature: [] }],
  metrics: [{ metricsToken: [] }],
  anybody: [],
}

function describe({ id, summary, path, caller, body, query = [], headers = [], answers }: Operation): object {
  const parameters = [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => parameter('path', name ?? '', true)),
    ...query.map((name) => parameter('query', name, false)),
    ...headers.map((name) => parameter('header', name, false)),
  ]
  const responses = Object.entries(answers).map(([status, answer]) => [
    status,
    { description: texts[Number(status)] ?? status, ...contentOf(answer) },
  ])
  return {
    operationId: id,
    summary,
    security: securityOf[caller ?? 'session'],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: reference(body) } } } }
      : {}),
    responses: {
      ...Object.fromEntries(responses),
      default: {
        description: 'What went wrong',
        content: { [problemMediaType]: { schema: reference('Problem') } },
      },
    },
  }
}

function parameter(place: 'path' | 'query' | 'header', name: string, required: boolean): object {
  return { in: place, name, required, schema: { type: 'string' } }
}

function contentOf(answer: AnswerName | OtherBody): object {
  switch (answer) {
    case 'nothing':
      return {}
    case 'page':
      return { content: { 'text/html': { schema: { type: 'string' } } } }
    case 'asset':
      return { content: { '*/*': { schema: {} } } }
    case 'text':
      return { content: { 'text/plain': { schema: { type: 'string' } } } }
    case 'document':
      return { content: { 'application/json': { schema: { type: 'object' } } } }
    default:
      return isEvents(answer)
        ? {
            content: {
              'text/event-stream': {
                schema: { type: 'string' },
                'x-event-data': reference(answer.slice(EVENTS.length)),
              },
            },
          }
        : { content: { 'application/json': { schema: reference(answer) } } }
  }
}

const EVENTS = 'events of '

function isEvents(answer: string): boolean {
  return answer.startsWith(EVENTS)
}

function reference(name: string): object {
  return { $ref: referenceTo(name) }
}

function referenceTo(name: string): string {
  return `#/components/schemas/${name}`
}

function componentSchemas(): object {
  return { ...requestComponents(), ...answerComponents() }
}

/**
 * What JSON Schema cannot say (a check by a function, a pattern's flags) is left out: the document allows
 * more, never less.
 */
function requestComponents(): object {
  return toJsonSchemaDefs(requestSchemas, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    overrideRef: ({ referenceId }) => referenceTo(referenceId),
  })
}

/** The members that RFC 9457 registers; the browser's reader needs none of them. */
const registeredMembers = {
  type: 'object',
  properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' } },
  required: ['type', 'title', 'status'],
}

function answerComponents(): Record<string, object> {
  const named = new Map<Contract, string>(
    Object.entries(answerReaders).map(([name, { reads }]) => [reads, name]),
  )
  const referTo = (contract: Contract) => {
    const name = named.get(contract)
    return name === undefined ? undefined : { $ref: referenceTo(name) }
  }
  const components = Object.entries(answerReaders).map(([name, reader]) => [
    name,
    { ...describeAnswer(name), ...jsonSchemaOf(reader, referTo) },
  ])
  const { Problem: problem, ...others } = Object.fromEntries(components)
  return { ...others, Problem: { allOf: [problem, registeredMembers] } }
}

function describeAnswer(name: string): object {
  const description = answerDescriptions[name]
  return description === undefined ? {} : { description }
}
