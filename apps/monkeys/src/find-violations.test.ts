import { describe, expect, it } from 'vitest'
import type { Evidence, StoredAccount, StoredIntent } from './evidence.ts'
import { findViolations } from './find-violations.ts'
import type { Call, Told } from './witness.ts'

const account: StoredAccount = {
  id: 'row-1',
  provider: 'linkedin',
  name: 'Anna',
  status: 'running',
  createdAt: '2026-01-01T00:00:10.000Z',
}
const linkedAt = Date.parse(account.createdAt)
const linked: StoredIntent = {
  id: 'int-1',
  provider: 'linkedin',
  createdAt: '2026-01-01T00:00:00.000Z',
  step: { type: 'linked', account: { id: 'row-1' } },
}
const upstream = { id: 'acc-1', to: 'otp.m1@sandbox.test', provider: 'linkedin', status: 'running' }
const connected: Told = { at: linkedAt, step: 'linked', heading: 'LinkedIn is connected', text: '' }
const elsewhere: Told = {
  at: linkedAt,
  step: 'duplicate',
  heading: 'Already connected',
  text: 'This LinkedIn account is already connected elsewhere. Connect a different one.',
}
const returned = (heading: string): Told => ({ at: linkedAt, step: 'returned', heading, text: '' })
const start: Call = {
  at: linkedAt - 5_000,
  method: 'POST',
  path: '/intents',
  tab: 0,
  key: 'k1',
  provider: 'linkedin',
  checkpoint: undefined,
}

/** Evidence of a walk that linked one account, except for what is given. */
function evidence(differences: Partial<Evidence> = {}): Evidence {
  return {
    script: 'otp',
    provider: 'linkedin',
    told: [connected],
    calls: [start],
    accounts: [account],
    intents: [linked],
    upstream: [upstream],
    listed: [{ provider: 'linkedin', status: 'running', name: 'Anna' }],
    disconnected: new Set(),
    cancels: [],
    hasLostWebhooks: false,
    ...differences,
  }
}

const nothing = { accounts: [], intents: [], upstream: [], listed: [], told: [] }

describe('findViolations', () => {
  it.each<[string, Partial<Evidence>]>([
    ['an account was linked', {}],
    ['nothing was linked', nothing],
    [
      'an account was disconnected by its user',
      { ...nothing, told: [connected], intents: [linked], disconnected: new Set(['row-1']) },
    ],
    [
      'somebody else has the account',
      {
        ...nothing,
        script: 'duplicate',
        told: [elsewhere],
        upstream: [{ ...upstream, to: 'duplicate.m1@sandbox.test' }],
      },
    ],
    ['the user canceled and started again', { cancels: [{ at: linkedAt - 6_000, tab: 0 }] }],
    [
      'a hosted link connected the account',
      { told: [returned('A hosted link connected linkedin, account 1.')] },
    ],
    [
      'a hosted link connected nothing',
      { ...nothing, told: [returned('A hosted link ended: The user left.')] },
    ],
    [
      'a hosted link connected nothing, and a later attempt of the same tab did',
      { told: [returned('A hosted link ended: The user left.'), connected] },
    ],
    ['the user canceled in another tab', { told: [], cancels: [{ at: linkedAt - 1_000, tab: 1 }] }],
    ['the cancel came too late, and the user was told', { cancels: [{ at: linkedAt - 1, tab: 0 }] }],
    [
      'the webhook of an account that the user does not know of was lost',
      {
        ...nothing,
        upstream: [upstream],
        hasLostWebhooks: true,
      },
    ],
    [
      'a heading of an earlier step is still shown',
      {
        ...nothing,
        told: [{ ...connected, heading: 'One moment…' }],
      },
    ],
  ])('finds nothing if %s', (_, differences) => {
    expect(findViolations(evidence(differences))).toEqual([])
  })

  it.each<[string, Partial<Evidence>]>([
    ['told “LinkedIn is connected”, but no such account is stored', { ...nothing, told: [connected] }],
    [
      'told “LinkedIn is connected”, but no such account is stored',
      { ...nothing, told: [connected], intents: [linked] },
    ],
    [
      'told “LinkedIn is connected”, but no such account is stored',
      { ...nothing, told: [connected], intents: [{ ...linked, step: { type: 'canceled' } }] },
    ],
    [
      'told “Already connected: This LinkedIn account is already connected elsewhere. Connect a different one.”, but nobody else has the account',
      { ...nothing, told: [elsewhere] },
    ],
    [
      'told “A hosted link connected linkedin.”, but no such account is stored',
      { ...nothing, told: [returned('A hosted link connected linkedin.')] },
    ],
    [
      'told “A hosted link ended: The user left.”, but an account is stored',
      { told: [returned('A hosted link ended: The user left.')] },
    ],
    ['stored are linkedin “Anna”; the page lists no accounts', { listed: [] }],
    ['stored are no accounts; the page lists linkedin “Anna”', { ...nothing, listed: evidence().listed }],
    [
      'stored are linkedin “Work”; the page lists linkedin “Anna”',
      { accounts: [{ ...account, name: 'Work' }] },
    ],
    [
      'linkedin: an account appeared after the user had canceled',
      { told: [], cancels: [{ at: linkedAt - 1_000, tab: 0 }] },
    ],
    ['linkedin: 1 accounts at the provider, 0 stored for the user', { ...nothing, upstream: [upstream] }],
    ['linkedin: 0 accounts at the provider, 1 stored for the user', { upstream: [] }],
    [
      'linkedin: 2 accounts at the provider, 1 stored for the user',
      { upstream: [upstream, { ...upstream, id: 'acc-2', to: 'plain.m1@sandbox.test' }] },
    ],
    [
      'linkedin: disconnected at the provider, stored as running',
      { upstream: [{ ...upstream, status: 'disconnected' }] },
    ],
  ])('finds: %s', (violation, differences) => {
    expect(findViolations(evidence(differences))).toEqual([violation])
  })
})
