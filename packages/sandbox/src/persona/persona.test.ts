import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointSteps, endSteps, faultSteps, isPersona, parsePersona } from './persona.ts'

describe('parsePersona', () => {
  it.each([
    ['plain@sandbox.test', { name: '', steps: [], end: 'plain' }],
    ['plain.anna@sandbox.test', { name: 'anna', steps: [], end: 'plain' }],
    ['.anna@sandbox.test', { name: 'anna', steps: [], end: 'plain' }],
    ['otp@sandbox.test', { name: '', steps: ['otp'], end: 'plain' }],
    ['OTP.Anna@Sandbox.TEST', { signInName: 'otp.anna@sandbox.test', name: 'anna', steps: ['otp'] }],
    ['in-app+duplicate@sandbox.test', { steps: ['in-app'], end: 'duplicate' }],
    [
      'captcha+phone+otp+contract.a.b-c@sandbox.test',
      { name: 'a.b-c', steps: ['captcha', 'phone', 'otp', 'contract'] },
    ],
    ['slow+otp+outage+restricted.x@sandbox.test', { steps: ['slow', 'otp', 'outage'], end: 'restricted' }],
  ])('reads %s', (text, expected) => {
    expect(parsePersona(text)).toMatchObject(expected)
  })

  it.each([
    ['anna@example.com', /only has names at sandbox\.test/],
    ['otp.anna', /only has names at sandbox\.test/],
    ['@sandbox.test', /missing/],
    ['plain.anna@sandbox.test ', /only has names at sandbox\.test/],
    [' plain.anna@sandbox.test', /Unknown step " plain"/],
    ['plain.anna@sandbox.test\u200b', /only has names at sandbox\.test/],
    ['otpp.anna@sandbox.test', /Unknown step "otpp".*otp, otp-8/],
    ['otp+@sandbox.test', /Unknown step ""/],
    ['duplicate+otp@sandbox.test', /"duplicate" is an end/],
    ['otp.anna+contract@sandbox.test', /comes last/],
    ['+33612345678', /only has names at sandbox\.test/],
  ])('explains why %s is not a persona', (text, problem) => {
    expect(parsePersona(text)).toEqual({ problem: expect.stringMatching(problem) })
  })

  it('accepts a name without its domain if allowed', () => {
    expect(parsePersona('otp.anna', { shorthand: true })).toMatchObject({
      signInName: 'otp.anna@sandbox.test',
    })
  })

  it('reads every chain, in order', () => {
    const middle = fc.array(fc.constantFrom(...checkpointSteps, ...faultSteps), { maxLength: 12 })
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
    fc.assert(
      fc.property(middle, fc.constantFrom(...endSteps), name, (steps, end, person) => {
        const signInName = `${[...steps, end].join('+')}.${person}@sandbox.test`
        expect(parsePersona(signInName)).toEqual({ signInName, name: person, steps, end })
      }),
    )
  })

  it('never throws, and never finds a persona with a step that does not exist', () => {
    const known: readonly string[] = [...checkpointSteps, ...faultSteps]
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parsePersona(`${text}@sandbox.test`)
        if (isPersona(read)) expect(read.steps.every((step) => known.includes(step))).toBe(true)
        else expect(read.problem).not.toBe('')
      }),
    )
  })
})
