import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../../test/render-step.tsx'
import { qrStep } from '../../../../test/steps.ts'

afterEach(() => {
  vi.useRealTimers()
})

const code = () => screen.findByRole('img', { name: 'QR code' })

describe('the QR screen', () => {
  it('counts down, and says that a new code is coming when this one expires', async () => {
    const { show, container } = renderStep(qrStep())
    await code()
    vi.useFakeTimers()
    show(qrStep({ checkpointId: 'checkpoint-2', expiresAt: Date.now() + 20_000 }))
    expect(screen.getByText('New code in 0:20')).toBeVisible()
    act(() => vi.advanceTimersByTime(20_000))
    expect(screen.getByText('A new code is on its way…')).toBeVisible()
    expect(container.querySelector('[data-ca="qr"]')).toHaveAttribute('data-stale')
  })

  it('can be left for linking with the phone number, where there is such a method', async () => {
    const step = qrStep()
    const { show } = renderStep(step)
    await userEvent.click(await screen.findByRole('button', { name: 'Link with phone number instead' }))
    expect(step.chooseMethod).toHaveBeenCalledExactlyOnceWith('pairing_code')
    show(qrStep({ otherMethods: [] }))
    expect(screen.queryByRole('button', { name: 'Link with phone number instead' })).toBeNull()
  })

  it('announces a new code, but not the first one', async () => {
    const { show } = renderStep(qrStep())
    await code()
    const status = () => screen.getAllByRole('status').at(-1)
    expect(status()).toHaveTextContent('')
    show(qrStep({ qrcode: 'second', round: 2 }))
    expect(status()).toHaveTextContent('A new code is shown.')
  })
})
