import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { renderHook, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ConnectOptions } from './connect-options.ts'
import type { ConnectStep, ConnectStepType } from './connect-step.ts'
import { useConnectAccount } from './use-connect-account.ts'

beforeEach(() => sessionStorage.clear())

type Changing = Pick<ConnectOptions, 'continueOnPhone' | 'hostedPage' | 'waitForSync' | 'loginHint'>

/** A flow that has reached a step of this type, with options that can be changed. */
async function at(
  type: ConnectStepType,
  step: Parameters<typeof sampleIntent>[0] | undefined,
  options: Changing,
) {
  const transport = scriptedTransport(step && { intent: sampleIntent(step) })
  const fixed = {
    transport,
    memory: null,
    ...(step ? { intentId: 'intent-1' } : { providers: ['linkedin'] }),
  }
  const { result, rerender } = renderHook(
    (changing: Changing) => useConnectAccount({ ...fixed, ...changing }),
    {
      initialProps: options,
    },
  )
  await waitFor(() => expect(result.current.step.type).toBe(type))
  return { step: (): ConnectStep => result.current.step, rerender }
}

const otp = { type: 'otp', id: 'code', format: 'digits', length: 6 } as const
const linked = { type: 'linked', account: sampleAccount } as const

describe('an option that changes after the mount takes effect at once', () => {
  it('continueOnPhone', async () => {
    const { step, rerender } = await at('otp', otp, {})
    expect(step()).not.toHaveProperty('phoneLink')
    rerender({ continueOnPhone: true })
    expect(step()).toHaveProperty('phoneLink')
    rerender({})
    expect(step()).not.toHaveProperty('phoneLink')
  })

  it('continueOnPhone, as another function: the latest one is called', async () => {
    const { step, rerender } = await at('otp', otp, { continueOnPhone: (id) => `https://a.test/${id}` })
    const before = step()
    rerender({ continueOnPhone: (id) => `https://b.test/${id}` })
    expect(step()).toBe(before)
    expect(before.type === 'otp' && (await before.phoneLink?.())).toBe('https://b.test/intent-1')
  })

  it('hostedPage', async () => {
    const { step, rerender } = await at('otp', otp, {})
    rerender({ hostedPage: () => undefined })
    expect(step()).toHaveProperty('continueElsewhere')
    rerender({})
    expect(step()).not.toHaveProperty('continueElsewhere')
  })

  it('waitForSync', async () => {
    const { step, rerender } = await at('linked', linked, {})
    rerender({ waitForSync: true })
    expect(step()).toHaveProperty('waitForSync', true)
  })

  it('loginHint', async () => {
    const { step, rerender } = await at('credentials', undefined, {})
    rerender({ loginHint: 'anna@example.com' })
    expect(step()).toHaveProperty('known', { username: 'anna@example.com' })
  })
})
