import type { ProviderKind } from '@connect-account/core'
import { sampleProvider } from '@connect-account/core/testing'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderStep } from '../../../../test/render-step.tsx'

function pickerOf(...kinds: ProviderKind[]) {
  const providers = kinds.map((kind, index) => ({
    ...sampleProvider('linkedin'),
    id: `p${index}`,
    name: `${kind} ${index}`,
    kind,
  }))
  renderStep({ type: 'choosing_provider', providers, choose: () => {}, cancel: () => {} })
  return userEvent.setup()
}

const mixed = [
  ...(['social', 'messaging', 'messaging', 'social', 'email', 'messaging', 'email'] as const),
  ...Array.from({ length: 6 }, () => 'calendar' as const),
]
const kind = (name: string) => screen.findByRole('radio', { name })
const names = () =>
  [...document.querySelectorAll('[data-ca="provider-name"]')].map(({ textContent }) => textContent)

describe('the filter by kind', () => {
  it('shows one kind, announces the number of results, and shows all again', async () => {
    const user = pickerOf(...mixed)
    await user.click(await kind('Email'))
    expect(names()).toEqual(['email 4', 'email 6'])
    expect(await kind('Email')).toBeChecked()
    expect(await kind('All')).not.toBeChecked()
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('2 results')
    await user.click(await kind('All'))
    expect(names()).toHaveLength(mixed.length)
  })

  it('offers only the kinds of the providers, also by keyboard', async () => {
    const user = pickerOf(...mixed)
    const chips = await screen.findAllByRole('radio', { checked: false })
    expect(chips.map(({ parentElement }) => parentElement?.textContent)).toEqual([
      'Social',
      'Messaging',
      'Email',
      'Calendar',
    ])
    await user.click(screen.getByRole('searchbox'))
    await user.tab()
    expect(await kind('All')).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    expect(await kind('Social')).toHaveFocus()
    expect(names()).toEqual(['social 0', 'social 3'])
    await user.tab()
    expect(screen.getByRole('button', { name: 'social 0' })).toHaveFocus()
  })

  it('stays active while searching', async () => {
    const user = pickerOf(...mixed)
    await user.click(await kind('Messaging'))
    await user.type(screen.getByRole('searchbox'), '5')
    expect(names()).toEqual(['messaging 5'])
    await user.type(screen.getByRole('searchbox'), 'x')
    expect(screen.getByText('No results for “5x”.')).toBeVisible()
  })

  it.each<ProviderKind[]>([mixed.slice(1), Array.from({ length: 13 }, () => 'social')])(
    'is hidden if it would not help',
    async (...kinds) => {
      pickerOf(...kinds)
      expect(screen.queryByRole('radio', { name: 'All' })).not.toBeInTheDocument()
    },
  )
})
