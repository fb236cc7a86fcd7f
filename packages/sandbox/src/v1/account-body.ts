import type { StoredAccount } from '../state/state.ts'
import type { AccountStatus } from '../wire/enums.ts'
import { accountType } from './providers.ts'

const sourceStatuses: Readonly<Record<AccountStatus, string>> = {
  running: 'OK',
  disconnected: 'CREDENTIALS',
  errored: 'ERROR',
  paused: 'STOPPED',
}

/** A status by its name on API v1. */
export function v1Status(status: AccountStatus): string {
  return sourceStatuses[status]
}

/** An account as API v1 shows it: each of its sources has a status, and the owner is in `connection_params`. */
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

/** The servers are not kept: these are the usual ones of the domain. */
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
