import { sampleProvider } from '@connect-account/core/testing'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../../test/render-step.tsx'
import { inAppStep, otpStep, showStep } from '../../../../test/steps.ts'
import { ar } from '../../../locales/ar/locale.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const status = () => screen.getAllByRole('status').at(-1)

describe('the screen for what belongs on the phone', () => {
  it('shows the code, the steps on the phone and how long it is valid', async () => {
    renderStep(showStep())
    expect(await screen.findByRole('heading', { name: 'Enter this code on your phone' })).toBeVisible()
    expect(screen.getByText('ABCD-1234')).toBeVisible()
    expect(screen.getByText('Valid for 2:00')).toBeVisible()
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Open WhatsApp on your phone',
      'Go to Settings › Linked devices',
      'Tap Link a device › Link with phone number instead',
      'Enter this code',
    ])
  })

  it('copies the code, and says so on the button and to a screen reader', async () => {
    const user = userEvent.setup()
    renderStep(showStep())
    await user.click(await screen.findByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe('ABCD-1234')
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible()
    expect(status()).toHaveTextContent('Copied')
  })

  it('selects the code and says so if the browser does not let it be copied', async () => {
    const user = userEvent.setup()
    renderStep(showStep())
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No', 'NotAllowedError'))
    await user.click(await screen.findByRole('button', { name: 'Copy' }))
    expect(
      await screen.findByText('We couldn’t copy it. Select it and copy it yourself.', { selector: 'p' }),
    ).toBeVisible()
    expect(getSelection()?.toString()).toBe('ABCD-1234')
  })

  it('announces a new code, which can be copied again, but not the first one', async () => {
    const user = userEvent.setup()
    const { show } = renderStep(showStep())
    await user.click(await screen.findByRole('button', { name: 'Copy' }))
    await screen.findByRole('button', { name: 'Copied' })
    show(showStep({ show: { kind: 'code', value: 'WXYZ-9876', label: 'WXYZ-9876' } }))
    expect(screen.getByRole('button', { name: 'Copy' })).toBeVisible()
    expect(status()).toHaveTextContent('A new one is shown. WXYZ-9876')
  })

  it('says that the code has expired, and offers a new one', async () => {
    const step = showStep()
    const { show } = renderStep(step)
    await screen.findByText('Valid for 2:00')
    vi.useFakeTimers()
    show({ ...step, checkpointId: 'checkpoint-2', show: { ...step.show, expiresAt: Date.now() + 2_000 } })
    act(() => vi.advanceTimersByTime(2_000))
    expect(
      screen.getByText('This has expired. Get a new one.', { selector: '[data-ca="qr-status"]' }),
    ).toBeVisible()
    expect(status()).toHaveTextContent('This has expired. Get a new one.')
    act(() => screen.getByRole('button', { name: 'Show a new one' }).click())
    expect(step.refresh).toHaveBeenCalledOnce()
  })

  it('keeps the code from left to right in a language that runs from right to left', async () => {
    renderStep(showStep(), { locale: ar })
    const value = await screen.findByText('ABCD-1234')
    expect(value.closest('[dir]')).toHaveAttribute('dir', 'ltr')
    expect(value.closest('[dir="rtl"]')).not.toBeNull()
  })

  it('shows the provider’s picture by its name, and the emoji if the picture does not load', async () => {
    const show = {
      kind: 'emoji',
      value: '🦊',
      label: 'fox',
      imageUrl: 'https://example.com/fox.png',
    } as const
    renderStep(showStep({ provider: sampleProvider('google_messages'), show }))
    const picture = await screen.findByRole('img', { name: 'fox' })
    expect(picture).toHaveAttribute('src', 'https://example.com/fox.png')
    act(() => void picture.dispatchEvent(new Event('error')))
    expect(screen.getByRole('img', { name: 'fox' })).toHaveTextContent('🦊')
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull()
    expect(screen.getByText('Tap the same emoji there')).toBeVisible()
  })

  it('shows any value of any kind at any provider as it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.constantFrom('code', 'emoji', 'number', 'unknown'),
        fc.constantFrom('linkedin', 'whatsapp', 'google_messages'),
        async (value, kind, provider) => {
          const { container, unmount } = renderStep(
            showStep({ provider: sampleProvider(provider), show: { kind, value, label: value } }),
          )
          await screen.findByRole('heading', { level: 2 })
          expect(container.querySelector('[data-ca="code-cell"]')?.textContent).toBe(value)
          unmount()
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('number matching', () => {
  const show = { kind: 'number', value: '42', label: '42' } as const

  it('shows the number and what to do with it at an approval', async () => {
    renderStep(inAppStep({ show }))
    expect(await screen.findByText('Tap this number on your phone')).toBeVisible()
    expect(screen.getByText('42')).toBeVisible()
    expect(screen.getByText('Approve the sign-in in the LinkedIn app.')).toBeVisible()
  })

  it('shows it beside the field for a code', async () => {
    renderStep({ ...otpStep(), type: 'otp_or_in_app', show })
    expect(await screen.findByText('Tap this number on your phone')).toBeVisible()
    expect(screen.getByLabelText('Code')).toBeVisible()
  })
})
