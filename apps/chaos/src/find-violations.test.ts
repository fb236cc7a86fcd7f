import type { Intent, Step } from '@connect-account/core/protocol'
import { describe, expect, it } from 'vitest'
import type { AccountRow, IntentRow, OutboxRow, Records } from './database-records.ts'
import { type Evidence, findViolations } from './find-violations.ts'
import { History } from './history.ts'

const account = {
  id: 'row-1',
  provider: 'linkedin',
  status: 'running',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
} as const
const linked: Step = { type: 'linked', account }
const failed: Step = { type: 'failed', error: { code: 'upstream_unreachable' }, retryable: true }
const otp: Step = { type: 'otp', id: 'checkpoint-1', format: 'digits', length: 6 }
const upstreamAccount = { id: 'acc_1', to: 'otp.u1@sandbox.test', status: 'running' } as const
const row: AccountRow = { id: 'row-1', userId: 'u1', accountId: 'acc_1', status: 'running' }
const storedIntent: IntentRow = {
  id: 'int-1',
  userId: 'u1',
  revision: 3,
  type: 'linked',
  hasEnded: true,
  outcomes: ['linked'],
  links: 1,
}

function intent(revision: number, step: Step): Intent {
  return {
    id: 'int-1',
    revision,
    provider: 'linkedin',
    method: 'credentials',
    mode: 'link',
    step,
    createdAt: account.createdAt,
    expiresAt: account.createdAt,
    serverTime: account.createdAt,
  }
}

function shown(...revisions: [number, Step][]): History {
  const history = new History()
  history.started('u1', upstreamAccount.to, 'key-1', intent(1, otp))
  for (const [revision, step] of revisions) history.observe(intent(revision, step))
  return history
}

/** What a user is shown whose browser has gone through a consent page. */
function consented(...revisions: [number, Step][]): History {
  const history = shown()
  history.consents('int-1')
  for (const [revision, step] of revisions) history.observe(intent(revision, step))
  return history
}

/** An event of each link. */
function toldOf({ intents, accounts }: Records): OutboxRow[] {
  const links = intents.reduce((sum, intent) => sum + intent.links, 0)
  return Array.from({ length: links }, (_, index) =>
    event(`evt_${index + 1}`, 'account.linked', { stream: accounts[index]?.id ?? `gone-${index}` }),
  )
}

function event(id: string, type: string, more: Partial<OutboxRow> = {}): OutboxRow {
  return { id, stream: 'row-1', type, isPending: false, wasGivenUp: false, ...more }
}

/** Evidence in which everything agrees, except for what is given. */
function evidence({
  records = {},
  ...rest
}: Partial<Omit<Evidence, 'records'>> & { records?: Partial<Records> }): Evidence {
  const told: Records = {
    intents: [storedIntent],
    accounts: [row],
    removals: [],
    events: [],
    outbox: [],
    ...records,
  }
  const outbox = records.outbox ?? toldOf(told)
  return {
    history: shown([3, linked]),
    upstream: [upstreamAccount],
    undelivered: new Set(),
    received: outbox.map(({ id }) => id),
    ...rest,
    records: { ...told, outbox },
  }
}

describe('findViolations', () => {
  it('finds nothing if everything agrees', () => {
    expect(findViolations(evidence({}))).toEqual([])
  })

  it('allows an account that no event reported, and a row that was linked late', () => {
    const failure = { history: shown([3, failed]), undelivered: new Set(['acc_1']) }
    const intents = [{ ...storedIntent, type: 'failed' }]
    expect(
      findViolations(
        evidence({
          ...failure,
          records: { intents: [{ ...storedIntent, type: 'failed', links: 0 }], accounts: [] },
        }),
      ),
    ).toEqual([])
    expect(findViolations(evidence({ history: shown([3, failed]), records: { intents } }))).toEqual([])
  })

  it('allows an expired intent to continue if its user brought a consent back, and no other one', () => {
    const intents = [{ ...storedIntent, revision: 4, outcomes: ['expired', 'linked'] }]
    const revisions: [number, Step][] = [
      [3, { type: 'expired' }],
      [4, linked],
    ]
    expect(findViolations(evidence({ history: consented(...revisions), records: { intents } }))).toEqual([])
    expect(findViolations(evidence({ history: shown(...revisions), records: { intents } }))).toEqual([
      'intent int-1: continued after its outcome expired with linked',
      'intent int-1: ended as expired, then linked',
      'intent int-1: expired was shown, linked is stored',
    ])
  })

  const cases: [what: string, given: Parameters<typeof evidence>[0], line: string][] = [
    [
      'an intent without an outcome',
      { records: { intents: [{ ...storedIntent, hasEnded: false, type: 'otp' }] } },
      'still otp',
    ],
    [
      'a second outcome',
      { records: { intents: [{ ...storedIntent, outcomes: ['expired', 'linked'] }] } },
      'ended as expired, then linked',
    ],
    [
      'a second outcome after a consent that ends another than an expired intent',
      {
        history: consented([3, linked]),
        records: { intents: [{ ...storedIntent, outcomes: ['failed', 'linked'] }] },
      },
      'ended as failed, then linked',
    ],
    ['no outcome', { records: { intents: [{ ...storedIntent, outcomes: [] }] } }, 'ended as nothing'],
    ['a second link', { records: { intents: [{ ...storedIntent, links: 2 }] } }, 'linked 2 times'],
    ['a lost intent', { records: { intents: [] } }, 'intent int-1: lost'],
    ['another outcome than was shown', { history: shown([3, failed]) }, 'failed was shown, linked is stored'],
    [
      'a revision that was lost',
      { records: { intents: [{ ...storedIntent, revision: 2 }] } },
      'revision 3 was shown, 2 is stored',
    ],
    ['a shown account without a row', { records: { accounts: [] }, upstream: [] }, 'shown to u1, not stored'],
    ['a row without an account', { upstream: [] }, 'acc_1 is not at Unipile'],
    [
      'a row of another user',
      { records: { accounts: [{ ...row, userId: 'u2' }] } },
      'belongs to u2, but otp.u1',
    ],
    [
      'a status that was not reconciled',
      { upstream: [{ ...upstreamAccount, status: 'disconnected' }] },
      'stored as running, is disconnected',
    ],
    [
      'an account without a row whose webhook was delivered',
      {
        history: shown([3, failed]),
        records: { intents: [{ ...storedIntent, type: 'failed' }], accounts: [] },
      },
      'at Unipile, not stored',
    ],
    [
      'an account that is not removed yet',
      { records: { removals: [{ accountId: 'acc_2', isPending: true, wasGivenUp: false }] } },
      'acc_2: not removed at Unipile yet',
    ],
    [
      'an account whose removal was given up',
      { records: { removals: [{ accountId: 'acc_2', isPending: false, wasGivenUp: true }] } },
      'acc_2: its removal at Unipile was given up',
    ],
    [
      'an account that was removed, and is still there although no event reported it',
      {
        history: shown([3, failed]),
        undelivered: new Set(['acc_1']),
        records: {
          intents: [{ ...storedIntent, type: 'failed' }],
          accounts: [],
          removals: [{ accountId: 'acc_1', isPending: false, wasGivenUp: false }],
        },
      },
      'at Unipile, not stored',
    ],
    [
      'an event that was given up',
      { records: { events: [{ id: 'evt_1', type: 'account.add', isPending: false, wasGivenUp: true }] } },
      'was given up',
    ],
    ['an event that the host never got', { received: [] }, 'evt_1: account.linked did not reach the host'],
    [
      'an event that is not delivered yet',
      { records: { outbox: [event('evt_1', 'account.linked', { isPending: true })] } },
      'account.linked was not delivered yet',
    ],
    [
      'events of an account in another order',
      {
        records: { outbox: [event('evt_1', 'account.linked'), event('evt_2', 'account.removed')] },
        received: ['evt_2', 'evt_1'],
      },
      'row-1: account.removed reached the host before account.linked',
    ],
    [
      'an event of a change that was rolled back',
      { received: ['evt_1', 'evt_9'] },
      'evt_9: reached the host, was never stored',
    ],
    [
      'a link that the host is not told of',
      { records: { outbox: [] } },
      'account row-1: the host was not told that it is linked',
    ],
    [
      'an intent that continues after its outcome',
      { history: shown([3, linked], [4, otp]) },
      'continued after its outcome',
    ],
    ['a revision with two steps', { history: shown([3, failed], [3, linked]) }, 'was failed, then linked'],
  ]
  it.each(cases)('finds %s', (_, given, line) => {
    expect(findViolations(evidence(given)).join('\n')).toContain(line)
  })

  it('finds a response that is older than what was known when the call was made', () => {
    const history = shown([3, linked])
    history.observe(intent(1, otp), 3)
    expect(findViolations(evidence({ history }))).toEqual(['intent int-1: went back from revision 3 to 1'])
  })
})
