import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { fillSilently } from '../../../../test/fill-silently.ts'
import { renderStep } from '../../../../test/render-step.tsx'
import { phoneStep } from '../../../../test/steps.ts'

const number = () => screen.findByLabelText('Phone number')

it('starts with the country of the browser’s language and submits E.164', async () => {
  const step = phoneStep()
  renderStep(step)
  const input = await number()
  expect(screen.getByLabelText('Country')).toHaveDisplayValue('United States (+1)')
  await userEvent.type(input, '2133734253')
  expect(input).toHaveValue('(213) 373-4253')
  await userEvent.keyboard('{Enter}')
  expect(step.submit).toHaveBeenCalledExactlyOnceWith('+12133734253')
})

it('switches the country for a pasted international number', async () => {
  const step = phoneStep()
  renderStep(step)
  await userEvent.click(await number())
  await userEvent.paste('+33612345678')
  expect(screen.getByLabelText('Country')).toHaveDisplayValue('France (+33)')
  expect(await number()).toHaveValue('06 12 34 56 78')
  await userEvent.keyboard('{Enter}')
  expect(step.submit).toHaveBeenCalledExactlyOnceWith('+33612345678')
})

it('reads the number for the selected country', async () => {
  const step = phoneStep()
  renderStep(step)
  await userEvent.type(await number(), '0612345678')
  await userEvent.selectOptions(screen.getByLabelText('Country'), 'France (+33)')
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
  expect(step.submit).toHaveBeenCalledExactlyOnceWith('+33612345678')
})

it.each(['', '0612', 'call me'])('shows an error instead of submitting %j', async (typed) => {
  const step = phoneStep()
  renderStep(step)
  await userEvent.type(await number(), `${typed}{Enter}`)
  expect(step.submit).not.toHaveBeenCalled()
  expect(await number()).toHaveAccessibleDescription(/looks incomplete/)
  expect(await number()).toHaveFocus()
})

it('keeps a text without a number, and says so', async () => {
  renderStep(phoneStep())
  await userEvent.type(await number(), 'call me{Enter}')
  expect(await number()).toHaveValue('call me')
})

it('counts a number that was filled in without an event', async () => {
  const step = phoneStep()
  renderStep(step)
  fillSilently(await number(), '(+33)0612345678')
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
  expect(step.submit).toHaveBeenCalledExactlyOnceWith('+33612345678')
})
