import { sampleAccount, sampleProvider } from '@connect-account/core/testing'
import { act, render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { pseudoLocale } from '../../../test/pseudo-locale.ts'
import { renderStep } from '../../../test/render-step.tsx'
import { credentialsStep, otpStep } from '../../../test/steps.ts'
import { AccountStatusBadge } from '../../accounts.ts'
import type { Locale, Messages } from '../../index.ts'
import { ar } from '../../locales/ar/locale.ts'
import { fr } from '../../locales/fr/locale.ts'

/** A locale whose messages arrive when the test says so. */
function awaitedLocale() {
  let settle: { resolve(messages: Messages): void; reject(error: Error): void } | undefined
  const messages = vi.fn(() => new Promise<Messages>((resolve, reject) => (settle = { resolve, reject })))
  return { locale: { tag: 'xx', messages } satisfies Locale, load: () => settle }
}

describe('a locale', () => {
  it('translates the flow, its forms and the catalogue', async () => {
    const { container } = renderStep(credentialsStep(), { locale: fr })
    expect(await screen.findByRole('heading', { name: 'Connectez-vous à LinkedIn' })).toBeVisible()
    expect(screen.getByLabelText('E-mail ou téléphone')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Se connecter' })).toBeVisible()
    const root = container.querySelector('[data-ca="root"]')
    expect(root).toHaveAttribute('lang', 'fr')
    expect(root).toHaveAttribute('dir', 'ltr')
  })

  it('sets the direction', async () => {
    const { container } = renderStep(credentialsStep(), { locale: ar })
    await screen.findByRole('heading', { name: /LinkedIn/ })
    expect(container.querySelector('[data-ca="root"]')).toHaveAttribute('dir', 'rtl')
  })

  it('is not needed: English has no language and direction of its own', async () => {
    const { container } = renderStep(credentialsStep())
    await screen.findByRole('heading', { name: 'Sign in to LinkedIn' })
    const root = container.querySelector('[data-ca="root"]')
    expect(root).not.toHaveAttribute('lang')
    expect(root).not.toHaveAttribute('dir')
  })

  it('shows no words until its messages are there', async () => {
    const { locale, load } = awaitedLocale()
    const { container } = renderStep(credentialsStep(), { locale })
    const root = container.querySelector('[data-ca="root"]')
    expect(root).toHaveTextContent(/^$/)
    expect(root?.querySelector('[aria-busy="true"]')).not.toBeNull()
    if (typeof fr.messages !== 'function') throw new Error('French loads its messages.')
    const messages = await fr.messages()
    await act(async () => load()?.resolve(messages))
    expect(await screen.findByRole('heading', { name: 'Connectez-vous à LinkedIn' })).toBeVisible()
  })

  it('is replaced by English if it does not load, and that is reported once', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const locale: Locale = { tag: 'xx', messages: () => Promise.reject(new TypeError('Failed to fetch')) }
    const { container } = renderStep(credentialsStep(), { locale })
    await act(() => vi.advanceTimersByTimeAsync(1500))
    expect(await screen.findByRole('heading', { name: 'Sign in to LinkedIn' })).toBeVisible()
    expect(container.querySelector('[data-ca="root"]')).toHaveAttribute('lang', 'en')
    await vi.waitFor(() => expect(error).toHaveBeenCalledOnce())
    vi.useRealTimers()
  })

  it('that is invalid is reported once, and English is shown', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    // @ts-expect-error: what plain JavaScript may pass.
    renderStep(credentialsStep(), { locale: 'fr' })
    expect(await screen.findByRole('heading', { name: 'Sign in to LinkedIn' })).toBeVisible()
    await vi.waitFor(() => expect(error).toHaveBeenCalledOnce())
    expect(error.mock.calls[0]?.[0]).toContain('"locale" must be object')
  })

  it('keeps the messages that the host replaces', async () => {
    renderStep(credentialsStep(), { locale: fr, messages: { credentials: { submit: 'C’est parti' } } })
    expect(await screen.findByRole('button', { name: 'C’est parti' })).toBeVisible()
    expect(screen.getByLabelText('Mot de passe')).toBeVisible()
  })

  it('translates the badge of a status', async () => {
    render(<AccountStatusBadge account={{ ...sampleAccount, status: 'paused' }} locale={fr} />)
    expect(await screen.findByText('En pause')).toHaveProperty('parentElement.lang', 'fr')
  })
})

it.each([
  ['the form', credentialsStep()],
  ['a code', otpStep({ resend: { availableAt: 0, send: () => {} } })],
  ['an end', { type: 'expired', provider: sampleProvider('linkedin'), retry() {}, close() {} } as const],
])('every text of %s is one message', async (_name, step) => {
  const { container } = renderStep(step, { locale: pseudoLocale })
  await screen.findByRole('heading')
  const texts = [...container.querySelectorAll('h2, p, label, button')]
    .filter((element) => element.textContent && !element.querySelector('p, label, button'))
    .map((element) => element.textContent.trim())
  expect(texts.length).toBeGreaterThan(1)
  for (const text of texts) {
    expect(text).toMatch(/^\[.*\]$/)
    expect(text).not.toMatch(/\]\s*\[/)
  }
})
