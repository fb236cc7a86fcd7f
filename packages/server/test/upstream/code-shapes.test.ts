import { expect, test } from 'vitest'
import { codeShape } from '../../src/upstream/code-shapes.ts'

const sixDigits = { format: 'digits', length: 6 }

test.each([
  ['telegram', { type: 'two_factor', platform: 'app' }, { format: 'password' }],
  ['linkedin', { type: 'two_factor', platform: 'app' }, sixDigits],
  ['twitter', { type: 'two_factor', platform: 'app' }, sixDigits],
  ['linkedin', { type: 'otp', channel: 'email' }, sixDigits],
  ['instagram', { type: 'two_factor', platform: 'whatsapp' }, sixDigits],
  ['facebook', { type: 'otp' }, { format: 'digits' }],
  ['twitter', { type: 'otp', channel: 'email' }, { format: 'alphanumeric' }],
  ['telegram', { type: 'otp' }, { format: 'unknown' }],
  ['mock', { type: 'otp_or_in_app' }, { format: 'unknown' }],
  ['toString', { type: 'otp' }, { format: 'unknown' }],
] as const)('%s at %j asks for %j', (provider, checkpoint, shape) => {
  expect(codeShape(provider, checkpoint)).toEqual(shape)
})
