import type { OwnStack } from '@connect-account/e2e/support/stack.ts'
import * as v from 'valibot'
import { Caller } from './caller.ts'

/** A user of the demo, as a script that has their cookie. */
export interface DemoUser {
  readonly cookie: string
  readonly caller: Caller
}

const sessionSchema = v.object({ token: v.string() })

export async function signInToDemo({ url }: OwnStack, user: string): Promise<DemoUser> {
  const signedIn = await postJson(`${url}/api/sign-in`, { user })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const session = await postJson(`${url}/api/connect-session`, {}, cookie)
  const { token } = v.parse(sessionSchema, await session.json())
  return { cookie, caller: new Caller(`${url}/connect`, token) }
}

export async function postJson(url: string, body: object, cookie = ''): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return response
}
