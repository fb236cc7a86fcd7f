import type { Account } from '@connect-account/core'
import { sampleAccount, sampleProvider } from '@connect-account/core/testing'

/** The providers of the accounts below. */
export const sampleProviders = ['linkedin', 'whatsapp', 'google', 'telegram', 'instagram', 'imap'].map(
  sampleProvider,
)

const account = (id: string, changes: Partial<Account>): Account => ({ ...sampleAccount, id, ...changes })

export const running = account('running', { name: 'Anna Sandbox' })
const importing = account('importing', { provider: 'google', name: 'Work', initialSync: 'running' })
export const disconnected = account('disconnected', {
  provider: 'whatsapp',
  name: '+33 6 12 34 56 78',
  status: 'disconnected',
})
const errored = account('errored', {
  provider: 'telegram',
  name: 'Anna on Telegram',
  status: 'errored',
  statusReason: 'provider',
})
const partial = account('partial', {
  provider: 'imap',
  name: 'anna.with.a.rather.long.address@mail.a-rather-long-domain.example',
  status: 'partial',
  statusReason: 'calendar: disconnected',
})
const paused = account('paused', { provider: 'instagram', name: 'anna.sandbox', status: 'paused' })

/** One account per status. */
export const sampleAccounts: readonly Account[] = [running, importing, disconnected, errored, partial, paused]
