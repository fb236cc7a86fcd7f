import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderStep } from '../../../../test/render-step.tsx'
import { phoneStep } from '../../../../test/steps.ts'

vi.mock('./phone-metadata.ts', () => {
  throw new Error('The chunk could not be loaded.')
})

it.each([
  ['+33 6 12 34 56 78', '+33612345678'],
  ['0033612345678', '+33612345678'],
  ['+1 (555) 010-9999', '+15550109999'],
  ['tel:+33612345678', '+33612345678'],
  ['+٣٣٦١٢٣٤٥٦٧٨', '+33612345678'],
  ['(+33)0612345678', '+330612345678'],
  ['My number is +33 6 12 34 56 78, call after 5', '+33612345678'],
])('sends %j as %j, also without the countries', async (typed, sent) => {
  const step = phoneStep()
  renderStep(step)
  await userEvent.type(await screen.findByLabelText('Phone number'), `${typed}{Enter}`)
  expect(screen.queryByLabelText('Country')).toBeNull()
  expect(step.submit).toHaveBeenCalledExactlyOnceWith(sent)
})

it.each(['', '0612345678', '+33', 'call me', '+33612345678 or +33612345679'])(
  'asks for the country code instead of sending %j',
  async (typed) => {
    const step = phoneStep()
    renderStep(step)
    const input = await screen.findByLabelText('Phone number')
    await userEvent.type(input, `${typed}{Enter}`)
    expect(step.submit).not.toHaveBeenCalled()
    expect(input).toHaveAccessibleDescription(/Include the country code/)
    expect(input).toHaveFocus()
  },
)
