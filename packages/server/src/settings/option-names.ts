import type { AccountAdoption } from '../accounts/adopt.ts'
import type { AccountQuery } from '../accounts/list-page.ts'
import type { CookieReconnect } from '../accounts/reconnect-with-cookies.ts'
import type { MissedQuery } from '../callbacks/missed-events.ts'
import type { CreateLinkInput } from '../hosted-links/link-input.ts'
import type { LinkQuery } from '../hosted-links/list-links.ts'
import type { LinkRevocation } from '../hosted-links/revoke-links.ts'
import type { MintInput } from '../session/session-tokens.ts'
import type { AuditQuery } from '../store/audit-store.ts'
import type { Names } from './known-names.ts'
import { appearanceNames, brandNames } from './setting-names.ts'

/** What the handler's own functions take. */
export const mintNames = {
  userId: true,
  providers: true,
  expiresIn: true,
} as const satisfies Names<MintInput>

export const linkNames = {
  userId: true,
  providers: true,
  methods: true,
  accountId: true,
  loginHint: true,
  scopes: true,
  // `providerOptionsSchema` names an unknown member.
  options: true,
  proxy: { country: true },
  redirectUri: true,
  state: true,
  locale: true,
  brand: brandNames,
  appearance: appearanceNames,
  wizard: true,
  expiresInMinutes: true,
} as const satisfies Names<CreateLinkInput>

export const linkQueryNames = { userId: true, limit: true, after: true } as const satisfies Names<LinkQuery>

export const linkRevocationNames = { userId: true, id: true } as const satisfies Names<LinkRevocation>

export const accountQueryNames = {
  userId: true,
  limit: true,
  after: true,
} as const satisfies Names<AccountQuery>

export const adoptionNames = {
  userId: true,
  unipileAccountId: true,
} as const satisfies Names<AccountAdoption>

export const missedNames = { limit: true, after: true } as const satisfies Names<MissedQuery>

export const cookieReconnectNames = {
  accountId: true,
  cookies: true,
  userAgent: true,
} as const satisfies Names<CookieReconnect>

export const auditNames = { userId: true, from: true, limit: true } as const satisfies Names<AuditQuery>

export const webhookEventNames = { limit: true } as const
