import { sampleProvider } from '@connect-account/core/testing'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'

const provider = sampleProvider('linkedin')

it.each(['duplicate', 'restricted'] as const)('a way on is the primary button of "%s"', async (type) => {
  const restart = vi.fn()
  const close = vi.fn()
  renderStep({ type, provider, restart, close })
  const another = await screen.findByRole('button', { name: 'Connect another account' })
  expect(another).toHaveAttribute('data-variant', 'primary')
  await userEvent.click(another)
  expect(restart).toHaveBeenCalledOnce()
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(close).toHaveBeenCalledOnce()
})
