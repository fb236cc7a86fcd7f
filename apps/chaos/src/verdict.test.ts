import type { Intent, Step } from '@connect-account/core/protocol'
import { describe, expect, it } from 'vitest'
import { Ledger } from './ledger.ts'
import type { AccountRow, IntentRow, Records } from './records.ts'
import { type Evidence, judge } from './verdict.ts'

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
const held = { id: 'acc_1', to: 'otp.u1@sandbox.test', status: 'running' }
const row: AccountRow = { id: 'row-1', userId: 'u1', accountId: 'acc_1', status: 'running' }
const kept: IntentRow = {
  id: 'int-1',
  userId: 'u1',
  revision: 3,
  type: 'linked',
  hasEnded: true,
  ends: 1,
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

function told(...revisions: [number, Step][]): Ledger {
  const ledger = new Ledger()
  ledger.started('u1', held.to, 'key-1', intent(1, otp))
  for (const [revision, step] of revisions) ledger.observe(intent(revision, step))
  return ledger
}

/** All agrees, but for what is given. */
function evidence({
  records = {},
  ...rest
}: Partial<Omit<Evidence, 'records'>> & { records?: Partial<Records> }): Evidence {
  return {
    ledger: told([3, linked]),
    upstream: [held],
    unheard: new Set(),
    ...rest,
    records: { intents: [kept], accounts: [row], events: [], ...records },
  }
}

describe('the verdict', () => {
  it('finds nothing where all agrees', () => {
    expect(judge(evidence({}))).toEqual([])
  })

  it('allows an account without a row that nothing told of, and a row that came late', () => {
    const failure = { ledger: told([3, failed]), unheard: new Set(['acc_1']) }
    const intents = [{ ...kept, type: 'failed' }]
    expect(
      judge(
        evidence({ ...failure, records: { intents: [{ ...kept, type: 'failed', links: 0 }], accounts: [] } }),
      ),
    ).toEqual([])
    expect(judge(evidence({ ledger: told([3, failed]), records: { intents } }))).toEqual([])
  })

  const cases: [what: string, given: Parameters<typeof evidence>[0], line: string][] = [
    [
      'an intent without an end',
      { records: { intents: [{ ...kept, hasEnded: false, type: 'otp' }] } },
      'still otp',
    ],
    ['a second end', { records: { intents: [{ ...kept, ends: 2 }] } }, 'ended 2 times'],
    ['a second link', { records: { intents: [{ ...kept, links: 2 }] } }, 'linked 2 times'],
    ['a lost intent', { records: { intents: [] } }, 'intent int-1: lost'],
    ['another end than was told', { ledger: told([3, failed]) }, 'told failed, kept linked'],
    [
      'a revision that was lost',
      { records: { intents: [{ ...kept, revision: 2 }] } },
      '3 was told, 2 is kept',
    ],
    ['a told account without a row', { records: { accounts: [] }, upstream: [] }, 'told to u1, and no row'],
    ['a row without an account', { upstream: [] }, 'acc_1 is not at Unipile'],
    [
      'a row of another user',
      { records: { accounts: [{ ...row, userId: 'u2' }] } },
      'a row of u2, and otp.u1',
    ],
    [
      'a status that was not healed',
      { upstream: [{ ...held, status: 'disconnected' }] },
      'running, is disconnected',
    ],
    [
      'an account without a row whose webhook came',
      { ledger: told([3, failed]), records: { intents: [{ ...kept, type: 'failed' }], accounts: [] } },
      'at Unipile, and no row',
    ],
    [
      'an event that was given up',
      { records: { events: [{ id: 'evt_1', type: 'account.add', isWaiting: false, wasGivenUp: true }] } },
      'was given up',
    ],
    ['an intent that goes on after its end', { ledger: told([3, linked], [4, otp]) }, 'went on from its end'],
    [
      'a revision that says two things',
      { ledger: told([3, failed], [3, linked]) },
      'was failed, then linked',
    ],
  ]
  it.each(cases)('finds %s', (_, given, line) => {
    expect(judge(evidence(given)).join('\n')).toContain(line)
  })

  it('finds an answer that is older than what was known when it was asked for', () => {
    const ledger = told([3, linked])
    ledger.observe(intent(1, otp), 3)
    expect(judge(evidence({ ledger }))).toEqual(['intent int-1: went back from revision 3 to 1'])
  })
})
