/**
 * The minimum of Unipile's wire: a start returns an OTP checkpoint, and any code solves it. A sign-in name
 * that starts with `wait-` gets an in-app approval instead, whose poll is held open until `approve` names it.
 */
import type { ServerResponse } from 'node:http'
import * as v from 'valibot'
import { listen } from '../listen.ts'
import { readBody } from '../read-body.ts'
import { takeCommands } from '../take-commands.ts'

const startSchema = v.object({ credentials: v.object({ username: v.string() }) })
const solveSchema = v.object({ intent_id: v.string() })
const approveSchema = v.object({ name: v.string() })

/** The held call by its sign-in name, once there is one. */
const held = new Map<string, ServerResponse>()
const nameOf = new Map<string, string>()
let last = 0

const { url, close } = await listen(async (request, response) => {
  if (request.method !== 'POST') {
    response.writeHead(404).end()
    return
  }
  const body: unknown = JSON.parse(await readBody(request))
  if (request.url === '/v2/auth/intent') {
    const { username } = v.parse(startSchema, body).credentials
    const id = `acc_${++last}`
    const waits = username.startsWith('wait-')
    if (waits) nameOf.set(id, username)
    return send(response, {
      object: 'AuthenticationCheckpoint',
      intent_id: id,
      checkpoint: { type: waits ? 'IN_APP_VALIDATION' : 'OTP' },
    })
  }
  if (request.url === '/v2/auth/checkpoint') {
    const { intent_id: id } = v.parse(solveSchema, body)
    const name = nameOf.get(id)
    if (!name) return send(response, account(id))
    held.set(name, response)
    response.once('close', () => {
      if (held.get(name) === response) held.delete(name)
    })
    return
  }
  if (request.url === '/approve') {
    const { name } = v.parse(approveSchema, body)
    const call = held.get(name)
    if (!call) {
      response.writeHead(409).end()
      return
    }
    const [id] = [...nameOf].find(([, each]) => each === name) ?? ['']
    send(call, account(id))
    response.writeHead(204).end()
    return
  }
  response.writeHead(404).end()
})

function account(id: string) {
  return {
    object: 'Account',
    id,
    application_id: 'app_bench',
    provider: 'linkedin',
    user_id: `owner-of-${id}`,
    name: 'Anna Bench',
    status: 'running',
    created_at: '2026-01-15T09:30:00.000Z',
  }
}

function send(response: ServerResponse, body: object) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

takeCommands({ url: () => url, held: () => held.size }, close)
