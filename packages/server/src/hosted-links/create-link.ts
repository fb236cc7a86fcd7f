import { ConnectError } from '@connect-account/core/errors'
import { invalidSetting } from '../invalid-setting.ts'
import type { AccountRecord } from '../store/account-store.ts'
import type { LinkRecord, NewLink } from '../store/link-store.ts'
import type { LinkContext } from './link-context.ts'
import { type CreateLinkInput, readLinkInput } from './link-input.ts'
import { createLinkToken, linkIdOf } from './link-token.ts'

/** Where a link's page is, below the handler's base. */
export const LINKS_PATH = '/links'

const DEFAULT_MINUTES = 24 * 60

/**
 * A new link. Anyone who has `url` can link one account to its user: send it to that user only, and never log
 * it.
 */
export interface CreatedLink {
  /** Names the link in `links.list` and `links.revoke`. It opens nothing. */
  readonly id: string
  readonly url: string
  readonly expiresAt: Date
}

/** How many open links a user may have made without the host. */
const MAX_OWN_LINKS = 10

/**
 * Creates a one-time link for this user.
 * @param madeBy `user`: a user makes it without the host, and may not have many.
 * @throws ConnectError `invalid_request`, `return_not_allowed`, `account_not_found`, `too_many_links`, or
 *   `invalid_setting` if the host serves no hosted page or has no `publicUrl`.
 */
export async function createLink(
  context: LinkContext,
  given: CreateLinkInput,
  madeBy: LinkRecord['madeBy'] = 'host',
): Promise<CreatedLink> {
  const {
    userId,
    accountId,
    expiresInMinutes = DEFAULT_MINUTES,
    ...options
  } = readLinkInput(given, context.upstream.wizardTakes)
  if (!context.page && options.wizard === undefined) {
    throw invalidSetting('links: missing. Set links.page to hostedPage of @connect-account/hosted.')
  }
  if (options.redirectUri !== undefined) context.addresses.checkReturn(options.redirectUri)
  const account = accountId === undefined ? undefined : await findAccount(context, userId, accountId)
  if (account && options.providers && !options.providers.includes(account.provider)) {
    throw new ConnectError('invalid_request', {
      fields: [{ name: 'accountId', code: 'other_provider' }],
    })
  }

  const now = context.now()
  const token = createLinkToken()
  const url = context.addresses.ours(`${LINKS_PATH}/${token}`)
  const link: NewLink = {
    id: linkIdOf(token),
    userId,
    options: account ? { ...options, providers: [account.provider] } : options,
    relinkAccount: account?.id ?? null,
    madeBy,
    createdAt: new Date(now),
    expiresAt: new Date(now + expiresInMinutes * 60_000),
  }
  if (madeBy === 'user') await addOwn(context, link)
  else await context.links.add(link)
  const { id, expiresAt } = link
  return { id, url, expiresAt }
}

/** @throws ConnectError `too_many_links`. */
function addOwn({ inTransaction }: LinkContext, link: NewLink): Promise<void> {
  return inTransaction(async (links) => {
    const open = await links.countOwnOpen(link.userId, link.createdAt)
    if (open >= MAX_OWN_LINKS) throw new ConnectError('too_many_links')
    await links.add(link)
  })
}

async function findAccount(
  { accounts }: LinkContext,
  userId: string,
  accountId: string,
): Promise<AccountRecord> {
  const account = await accounts.find(userId, accountId)
  if (!account) throw new ConnectError('account_not_found')
  return account
}
