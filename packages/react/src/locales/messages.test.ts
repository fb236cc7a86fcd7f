import { errorCodes } from '@connect-account/core'
import { sampleAccount, sampleProvider } from '@connect-account/core/testing'
import { expect, it } from 'vitest'
import { describeError } from '../components/parts/describe-error.ts'
import { describeEnd, type EndStep } from '../components/screens/describe-end.ts'
import { en } from './en.ts'
import { mergeMessages } from './messages.ts'

const jargon = /JSON|HTTP|token|upstream|Unipile|API|intent|checkpoint|server error/
const close = () => {}

it('replaces single messages at any depth and leaves the rest', () => {
  const merged = mergeMessages(en, {
    offline: 'Hors ligne',
    picker: { kinds: { social: 'Réseaux' } },
    qr: { freshFor: (seconds) => `${seconds} s` },
  })
  expect(merged.offline).toBe('Hors ligne')
  expect(merged.picker.kinds).toEqual({ ...en.picker.kinds, social: 'Réseaux' })
  expect(merged.qr.freshFor(3)).toBe('3 s')
  expect(merged.qr.due).toBe(en.qr.due)
  expect(en.offline).not.toBe('Hors ligne')
})

it('changes nothing for an empty branch', () => {
  expect(mergeMessages(en, { picker: {} })).toEqual(en)
})

it.each([
  [1, 'Wait 1 second first.'],
  [30, 'Wait 30 seconds first.'],
  [60, 'Wait 1 minute first.'],
  [61, 'Wait 2 minutes first.'],
])('says how long to wait in singular or plural: %i seconds', (seconds, text) => {
  expect(en.retryIn(seconds)).toBe(text)
})

/** Words that say what to do next. */
const remedy =
  /\b(try|check|enter|start|reload|wait|ask|connect|reconnect|sign in|continue|create|you’re all set)\b/i

it.each(errorCodes)('says what to do about %s', (code) => {
  expect(describeError(en, { code })).toMatch(remedy)
})

const provider = sampleProvider('linkedin')
const ends: readonly EndStep[] = [
  { type: 'duplicate', provider, account: sampleAccount, close, restart: close },
  { type: 'duplicate', provider, account: sampleAccount, close, restart: close, reconnect: close },
  { type: 'duplicate', provider, close, restart: close },
  { type: 'restricted', provider, close, restart: close },
  { type: 'mismatch', provider, close, retry: close },
  { type: 'canceled', reason: 'user', close, restart: close },
  { type: 'expired', provider, close, retry: close },
  { type: 'failed', error: { code: 'internal_error' }, close, restart: close },
]

it.each(ends)('says what happened and what to do next: $type', (step) => {
  const { heading, text } = describeEnd(step, en)
  expect(heading).toMatch(/^[A-Z].*[^.]$/)
  expect(text).toMatch(/^[A-Z].+[.]$/)
  expect(text?.match(/[.]/g)?.length).toBeLessThanOrEqual(2)
  expect(text).toMatch(remedy)
  expect(text).not.toMatch(jargon)
})

it.each(['linked', 'relinked'] as const)('says that the account is connected: %s', (type) => {
  const { heading, primary } = describeEnd(
    { type, provider, account: sampleAccount, close, restart: close },
    en,
  )
  expect(heading).toMatch(/LinkedIn is (re)?connected/)
  expect(primary?.label).toBe('Done')
})

it.each(errorCodes)('explains %s without jargon', (code) => {
  const text = describeError(en, { code })
  expect(text).toMatch(/^[A-Z].+[.]$/)
  expect(text).not.toMatch(jargon)
})
