import { requestFieldErrors, userFieldErrors } from '@connect-account/core/errors'
import { describe, expect, it } from 'vitest'
import { describeFieldError } from '../components/screens/credentials/describe-field-error.ts'
import { enFieldErrors } from './en-field-errors.ts'

const describeInEnglish = (code: string) =>
  describeFieldError({ name: 'name', code, params: { cookie: 'li_at' } }, 'server', (words) => words)

describe('the texts of field errors', () => {
  it.each(userFieldErrors)('say what to do about %s', (code) => {
    expect(describeInEnglish(code)).toMatch(/\b(Check|Choose|Enter|Paste)\b.*[.]$/)
  })

  it.each([...requestFieldErrors, 'newer_than_this_version', 'toString'])(
    'do not blame the user for %s',
    (code) => {
      expect(describeInEnglish(code)).toBe(enFieldErrors.fieldErrors.invalid)
    },
  )

  it('mention the parameters of the error', () => {
    expect(describeInEnglish('cookie_missing')).toBe('The li_at cookie is missing. Paste it too.')
    expect(describeInEnglish('required')).toBe('Enter your server.')
  })
})
