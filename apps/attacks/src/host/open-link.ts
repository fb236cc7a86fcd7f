import { randomBytes } from 'node:crypto'
import type { CreateLinkInput } from '@connect-account/server'
import * as v from 'valibot'
import { Caller } from './caller.ts'
import type { Host } from './host.ts'

const openedSchema = v.looseObject({ session: v.string() })

/** Makes a link, and opens it as its visitor's browser does that continues. */
export async function openLink(host: Host, input: CreateLinkInput): Promise<Caller> {
  const { url } = await host.handler.links.create(input)
  const answer = await continueWith(host, url, newBrowser())
  return new Caller(`${host.url}/connect`, v.parse(openedSchema, answer.body).session)
}

/** What a browser keeps that continues with a link. */
export function newBrowser(): string {
  return randomBytes(32).toString('base64url')
}

export function continueWith(host: Host, url: string, browser: string) {
  return host.stranger.send('POST', `/links/${tokenOf(url)}/session`, { browser })
}

export function tokenOf(url: string): string {
  const { pathname, hash } = new URL(url)
  return hash.slice(1) || (pathname.split('/').at(-1) ?? '')
}
