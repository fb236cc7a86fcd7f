import { ConnectError } from '@connect-account/core/errors'
import { invalidSetting } from '../invalid-setting.ts'
import type { AccountRecord } from '../store/account-store.ts'
import type { LinkRecord } from '../store/link-store.ts'
import type { LinkContext } from './link-context.ts'
import { type CreateLinkInput, readLinkInput } from './link-input.ts'
import { createLinkToken, linkIdOf } from './link-token.ts'
import { openWizard } from './wizard-link.ts'

/** Where a link's page is, below the handler's base. */
export const LINKS_PATH = '/links'

const DEFAULT_MINUTES = 24 * 60

/**
 * A new link. Anyone who has `url` can link one account to its user: send it to that user only, and never log
 * it.
 */
export interface CreatedLink {
  readonly url: string
  readonly expiresAt: Date
}

/**
 * Creates a one-time link for this user.
 * @throws ConnectError `invalid_request`, `return_not_allowed`, `account_not_found`, or `invalid_setting` if
 *   the host serves no hosted page or has no `publicUrl`.
 */
export async function createLink(context: LinkContext, given: CreateLinkInput): Promise<CreatedLink> {
  const { userId, accountId, expiresInMinutes = DEFAULT_MINUTES, ...options } = readLinkInput(given)
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
  const link: Omit<LinkRecord, 'usedAt'> = {
    id: linkIdOf(token),
    userId,
    options: account ? { ...options, providers: [account.provider] } : options,
    relinkAccount: account?.id ?? null,
    createdAt: new Date(now),
    expiresAt: new Date(now + expiresInMinutes * 60_000),
  }
  await context.links.add(link)
  const { expiresAt } = link
  return { url: options.wizard ? await openWizard(context, link, account) : url, expiresAt }
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
