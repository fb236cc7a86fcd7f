import type { StoredAccount } from '../state/state.ts'
import type { AccountStatus } from '../wire/enums.ts'
import { accountType } from './providers.ts'

const sourceStatuses: Readonly<Record<AccountStatus, string>> = {
  running: 'OK',
  disconnected: 'CREDENTIALS',
  errored: 'ERROR',
  paused: 'STOPPED',
}

/** Returns API v1's name of a status. */
export function v1Status(status: AccountStatus): string {
  return sourceStatuses[status]
}

/** Returns an account in API v1's format: its sources have the status, `connection_params` the owner. */
export function v1AccountBody(account: StoredAccount) {
  return {
    object: 'Account',
    type: accountType(account.provider),
    id: account.id,
    name: account.name,
    created_at: new Date(account.createdAt).toISOString(),
    groups: [],
    connection_params: connectionParams(account),
    sources: [{ id: `${account.id}_${sourceOf(account)}`, status: v1Status(account.status) }],
  }
}

function sourceOf({ provider }: StoredAccount): string {
  return provider === 'imap' || provider === 'google' || provider === 'outlook' ? 'MAILS' : 'MESSAGING'
}

function connectionParams({ provider, userId, signInName }: StoredAccount): object {
  const owner = { id: userId, username: signInName }
  switch (provider) {
    case 'linkedin':
      return { im: { ...owner, premiumContractId: null } }
    case 'whatsapp':
      return { im: { phone_number: userId } }
    case 'telegram':
      return { im: { user_id: userId, username: signInName } }
    case 'imap':
      return { mail: mailbox(signInName) }
    case 'google':
    case 'outlook':
      return { mail: owner }
    default:
      return { im: owner }
  }
}

/** The real servers are not stored, so this returns plausible ones. */
function mailbox(address: string): object {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return {
    imap_host: `imap.${domain}`,
    imap_port: 993,
    imap_user: address,
    smtp_host: `smtp.${domain}`,
    smtp_port: 465,
    smtp_user: address,
  }
}
