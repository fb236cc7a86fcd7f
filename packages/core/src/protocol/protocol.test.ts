import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { providerCatalogue } from '../catalogue/index.ts'
import { errorCatalogue, errorCodes } from '../errors/index.ts'
import { sampleAccount, sampleIntent } from '../testing/index.ts'
import {
  isOutcome,
  MisreadError,
  readIntent,
  readProvider,
  Secret,
  solveRequestSchema,
  startRequestSchema,
} from './index.ts'

describe('an intent', () => {
  const parse = (step: unknown) => readIntent({ ...sampleIntent({ type: 'expired' }), step })

  it.each([
    {
      type: 'otp',
      id: 'c',
      format: 'digits',
      length: 6,
      channel: 'sms',
      resendAt: '2026-01-15T09:30:00.000Z',
    },
    {
      type: 'two_factor',
      id: 'c',
      format: 'digits',
      length: 6,
      platform: 'app',
      error: { code: 'invalid_code' },
    },
    { type: 'captcha', id: 'c', publicKey: null, data: 'blob' },
    { type: 'linked', account: sampleAccount },
    { type: 'duplicate' },
    { type: 'failed', error: { code: 'provider_unavailable' }, retryable: true },
  ])('keeps $type unchanged', (step) => {
    expect(parse(step)).toMatchObject({ step })
  })

  it('keeps what is shown on the phone, and the value of a kind that is newer than this version', () => {
    const show = { kind: 'number', value: '42', label: '42', expiresAt: '2026-01-15T09:32:00.000Z' }
    expect(parse({ type: 'in_app', id: 'c', show }).step).toMatchObject({ show })
    fc.assert(
      fc.property(fc.string(), fc.string(), (kind, value) => {
        const { step } = parse({ type: 'show', id: 'c', show: { kind, value, label: value, shape: 7 } })
        const known = ['code', 'emoji', 'number'].includes(kind)
        expect(step).toEqual({
          type: 'show',
          id: 'c',
          show: { kind: known ? kind : 'unknown', value, label: value },
        })
      }),
    )
  })

  it('turns a step of an unknown type into one that the user can leave', () => {
    const intent = parse({ type: 'palm_scan', id: 'c9', sensor: 'left' })
    expect(intent).toMatchObject({ step: { type: 'unsupported', id: 'c9', name: 'palm_scan' } })
  })

  it('names a step of an unknown type after the type if its id is not text', () => {
    for (const id of [undefined, null, 3, {}, { toString: false }]) {
      expect(parse({ type: 'palm_scan', id }).step).toEqual({
        type: 'unsupported',
        id: 'palm_scan',
        name: 'palm_scan',
      })
    }
  })

  it.each([
    ['a known type without its members', { type: 'two_factor', id: 'c' }],
    ['no type', { id: 'c' }],
    ['a step that is text', 'otp'],
    ['an account without an id', { type: 'linked', account: { provider: 'linkedin' } }],
  ])('refuses %s', (_, step) => {
    expect(() => parse(step)).toThrow(MisreadError)
  })

  it('is either read or refused with a reason, for any value', () => {
    const read = (value: unknown) => {
      try {
        expect(parse(value).step.type).toBeTypeOf('string')
      } catch (error) {
        expect(error).toBeInstanceOf(MisreadError)
      }
    }
    fc.assert(fc.property(fc.jsonValue(), read))
    const similar = fc.record({
      type: fc.constantFrom('otp', 'linked', 'qr', '__proto__'),
      id: fc.jsonValue(),
    })
    fc.assert(fc.property(similar, read))
  })

  it('does not accept an inherited member as a type', () => {
    expect(parse({ type: 'toString', id: 'c' })).toMatchObject({ step: { type: 'unsupported' } })
  })

  it('distinguishes outcomes from checkpoints', () => {
    expect(isOutcome({ type: 'expired' })).toBe(true)
    expect(isOutcome({ type: 'loading', id: 'c' })).toBe(false)
  })
})

describe('a request', () => {
  it.each([
    [startRequestSchema, { provider: 'linkedin', method: 'credentials', password: 'x' }],
    [startRequestSchema, { provider: 'linkedin' }],
    [startRequestSchema, { provider: 'x'.repeat(200), method: 'qr' }],
    [solveRequestSchema, { checkpoint: 'c', answer: '' }],
    [solveRequestSchema, { checkpoint: 'c', answer: 'x'.repeat(9000) }],
    [solveRequestSchema, { checkpoint: 'c', answer: 123456 }],
  ])('with a missing, extra or oversized member is refused', (schema, body) => {
    expect(v.safeParse(schema, body).success).toBe(false)
  })
})

describe('the catalogue', () => {
  it.each(providerCatalogue.map((provider) => [provider.id, provider] as const))(
    '%s matches the protocol',
    (_, it) => {
      expect(readProvider(it)).toEqual(it)
    },
  )

  it('gives every error code its cause and remedy', () => {
    expect(Object.keys(errorCatalogue).sort()).toEqual([...errorCodes].sort())
    for (const { cause, remedy, title } of Object.values(errorCatalogue)) {
      expect([cause, remedy, title].every((text) => text.length > 5)).toBe(true)
    }
  })
})

it('never exposes a secret', () => {
  const secret = new Secret('hunter2')
  expect(`${secret} ${JSON.stringify({ secret })} ${Object.values(secret)}`).not.toContain('hunter2')
  expect(secret.reveal()).toBe('hunter2')
})
