import { sampleProvider } from '@connect-account/core/testing'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../../test/render-step.tsx'

const providerOf = (name: string) => ({ ...sampleProvider('linkedin'), id: name.toLowerCase(), name })

function pickerOf(...names: string[]) {
  const choose = vi.fn()
  const providers = names.map(providerOf)
  renderStep({ type: 'choosing_provider', providers, choose, cancel: () => {} })
  return { choose, user: userEvent.setup() }
}

const many = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Zeta', 'Eta', 'Theta', 'Iota', 'Epsilon']
const button = (name: string) => screen.getByRole('button', { name })

describe('the picker', () => {
  it('moves with the arrow keys from the field through the list and back', async () => {
    const { user, choose } = pickerOf(...many)
    await user.click(screen.getByRole('searchbox'))
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(button('Beta')).toHaveFocus()
    await user.keyboard('{End}')
    expect(button('Epsilon')).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    expect(button('Epsilon')).toHaveFocus()
    await user.keyboard('{Home}{ArrowUp}')
    expect(screen.getByRole('searchbox')).toHaveFocus()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(choose).toHaveBeenCalledExactlyOnceWith('alpha')
  })

  it('filters on typing anywhere, and Enter chooses the first result', async () => {
    const { user, choose } = pickerOf(...many)
    button('Alpha').focus()
    await user.keyboard('mm')
    expect(screen.getByRole('searchbox')).toHaveValue('mm')
    expect(screen.queryByRole('button', { name: 'Alpha' })).not.toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(choose).toHaveBeenCalledExactlyOnceWith('gamma')
  })

  it('clears on Escape, and passes the next Escape to a dialog around it', async () => {
    const { user } = pickerOf(...many)
    const passedThrough: boolean[] = []
    const note = ({ key }: KeyboardEvent) => passedThrough.push(key === 'Escape')
    // At the document, where a modal of the host listens.
    document.addEventListener('keydown', note, true)
    await user.type(screen.getByRole('searchbox'), 'x')
    passedThrough.length = 0
    await user.keyboard('{Escape}')
    expect(screen.getByRole('searchbox')).toHaveValue('')
    expect(passedThrough).toEqual([])
    await user.keyboard('{Escape}')
    document.removeEventListener('keydown', note, true)
    expect(passedThrough).toEqual([true])
  })

  it('says if there are no results', async () => {
    const { user } = pickerOf(...many)
    await user.type(screen.getByRole('searchbox'), 'zzz{Enter}')
    expect(screen.getByText('No results for “zzz”.')).toBeVisible()
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('0 results')
  })

  it('clears the announced number of results when the search is empty', async () => {
    const { user } = pickerOf(...many)
    await user.type(screen.getByRole('searchbox'), 'zzz')
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('0 results')
    await user.clear(screen.getByRole('searchbox'))
    expect(screen.getAllByRole('status').at(-1)).toBeEmptyDOMElement()
    await user.type(screen.getByRole('searchbox'), 'zzz{Escape}')
    expect(screen.getAllByRole('status').at(-1)).toBeEmptyDOMElement()
  })

  it('says how one signs in, outside of the name', () => {
    pickerOf('Alpha', 'Beta')
    expect(button('Alpha')).toHaveAccessibleDescription('Password')
  })

  it('says which the user has connected, and lets them connect another one', async () => {
    const choose = vi.fn()
    const providers = ['Alpha', 'Beta'].map(providerOf)
    const step = { type: 'choosing_provider', providers, choose, cancel: () => {} } as const
    renderStep(step, { connected: ['beta', 'gone'] })
    expect(button('Alpha')).toHaveAccessibleDescription('Password')
    expect(button('Beta')).toHaveAccessibleDescription('Connected')
    await userEvent.setup().click(button('Beta'))
    expect(choose).toHaveBeenCalledExactlyOnceWith('beta')
  })

  it.each<[direction: string, right: string]>([
    ['ltr', 'Beta'],
    ['rtl', 'Alpha'],
  ])('follows the columns with the arrow keys, %s', async (direction, right) => {
    const { user } = pickerOf(...many)
    const list = screen.getByRole('list')
    list.style.cssText = `grid-template-columns: 10px 10px; direction: ${direction}`
    button('Alpha').focus()
    await user.keyboard('{ArrowDown}')
    expect(button('Gamma')).toHaveFocus()
    await user.keyboard('{ArrowUp}')
    expect(button('Alpha')).toHaveFocus()
    await user.keyboard(direction === 'ltr' ? '{ArrowRight}' : '{ArrowLeft}')
    expect(button('Beta')).toHaveFocus()
    await user.keyboard(direction === 'ltr' ? '{ArrowLeft}{ArrowRight}' : '{ArrowRight}')
    expect(button(right)).toHaveFocus()
  })

  it('has no search field for a few providers', () => {
    pickerOf('Alpha', 'Beta')
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument()
  })
})
