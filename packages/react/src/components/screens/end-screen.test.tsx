import { sampleAccount, sampleProvider } from '@connect-account/core/testing'
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import type { ConnectStep } from '../../index.ts'

const provider = sampleProvider('linkedin')
const verbs = { close: () => {}, restart: () => {}, retry: () => {} }

const mark = () => document.querySelector('[data-ca="mark"]')

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

describe('every end', () => {
  const linked = { type: 'linked', account: sampleAccount, provider, ...verbs } as const
  it.each<[tone: string, ConnectStep]>([
    ['success', linked],
    ['success', { ...linked, type: 'relinked' }],
    ['success', { ...linked, type: 'duplicate' }],
    ['warning', { ...linked, type: 'duplicate', reconnect: () => {} }],
    ['neutral', { type: 'duplicate', provider, ...verbs }],
    ['warning', { type: 'restricted', provider, ...verbs }],
    ['warning', { type: 'mismatch', provider, ...verbs }],
    ['neutral', { type: 'expired', provider, ...verbs }],
    ['warning', { type: 'failed', provider, error: { code: 'internal_error' }, ...verbs }],
  ])('has the mark of its provider with a badge (%s), and one primary button', async (tone, step) => {
    renderStep(step)
    await screen.findByRole('heading')
    expect(mark()).toHaveAttribute('data-tone', tone)
    expect(mark()?.querySelector('[data-ca="provider-icon"]')).toHaveAttribute('data-provider', 'linkedin')
    expect(mark()?.querySelector('[data-ca="mark-badge"]')).not.toBeNull()
    const [first, second, ...others] = screen.getAllByRole('button')
    expect(first).toHaveAttribute('data-variant', 'primary')
    if (second) expect(second).toHaveAttribute('data-variant', 'quiet')
    expect(others).toEqual([])
  })

  it.each<ConnectStep>([
    { ...linked, close: undefined },
    { ...linked, type: 'relinked', close: undefined },
    { ...linked, type: 'duplicate', close: undefined },
    { type: 'duplicate', provider, ...verbs, close: undefined },
    { type: 'expired', provider, ...verbs, close: undefined },
  ])('has no button that does nothing where the host closes nothing: %o', async (step) => {
    renderStep(step)
    await screen.findByRole('heading')
    expect(screen.queryByRole('button', { name: /^(Done|Close)$/ })).toBeNull()
  })

  it.each<[string, ConnectStep]>([
    ['canceled', { type: 'canceled', reason: 'user', ...verbs }],
    ['failed before a provider was chosen', { type: 'failed', error: { code: 'internal_error' }, ...verbs }],
  ])('without a provider has an icon: %s', async (_, step) => {
    renderStep(step)
    await screen.findByRole('heading')
    expect(mark()?.querySelector('[data-ca="icon"]')).not.toBeNull()
    expect(mark()?.querySelector('[data-ca="provider-icon"]')).toBeNull()
  })
})

describe('the logo of the host', () => {
  const brand = { name: 'Tidewater', logo: '/tidewater.svg' }
  const logo = () => mark()?.querySelector('img')

  it('is beside the mark of what is connected now, unless it does not load', async () => {
    renderStep({ type: 'linked', account: sampleAccount, provider, ...verbs }, { brand })
    await screen.findByRole('heading')
    expect(logo()).toHaveAttribute('src', '/tidewater.svg')
    expect(logo()).toHaveAttribute('alt', '')
    const image = logo()
    if (image) fireEvent.error(image)
    expect(logo()).toBeNull()
    expect(mark()?.querySelector('[data-ca="provider-icon"]')).not.toBeNull()
  })

  it('is not in the mark if nothing was connected', async () => {
    renderStep({ type: 'restricted', provider, ...verbs }, { brand })
    await screen.findByRole('heading')
    expect(logo()).toBeNull()
  })
})
