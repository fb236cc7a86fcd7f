import { sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import {
  type Brand,
  ConnectAccount,
  type ConnectAccountProps,
  type ConnectErrorReport,
} from '@connect-account/react'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { otpStep } from '../../../test/steps.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
})

const tidewater: Brand = {
  name: 'Tidewater',
  logo: '/tidewater.svg',
  termsUrl: 'https://tidewater.test/terms',
  privacyUrl: '/privacy',
  helpUrl: 'mailto:help@tidewater.test',
}

/** Renders the flow with a brand that plain JavaScript may pass. */
function show(brand: unknown, providers = ['linkedin', 'whatsapp']) {
  const reports: ConnectErrorReport[] = []
  const transport = scriptedTransport({})
  const flow = (given: unknown) => (
    <ConnectAccount
      transport={transport}
      memory={null}
      providers={providers}
      onError={(report) => reports.push(report)}
      {...({ brand: given } as Pick<ConnectAccountProps, 'brand'>)}
    />
  )
  const { rerender } = render(flow(brand))
  return { reports, rerender: (next: unknown) => rerender(flow(next)) }
}

const logo = () => document.querySelector('[data-ca="brand-logo"]')

describe('the brand', () => {
  it('names the product with its logo, and links its pages below the first screen', async () => {
    const { reports } = show(tidewater)
    expect(await screen.findByRole('link', { name: 'Terms' })).toHaveAttribute('href', tidewater.termsUrl)
    expect(screen.getByRole('link', { name: 'Privacy' })).toHaveAttribute('href', '/privacy')
    expect(screen.getByRole('link', { name: 'Help' })).toHaveAttribute('target', '_blank')
    expect(screen.getByText('Tidewater')).toBeVisible()
    expect(logo()).toHaveAttribute('src', '/tidewater.svg')
    expect(reports).toEqual([])
  })

  it('has no links once the sign-in has started', () => {
    renderStep(otpStep(), { brand: tidewater })
    expect(screen.getByText('Tidewater')).toBeVisible()
    expect(document.querySelector('[data-ca="brand-links"]')).toBeNull()
  })

  it('needs no links', async () => {
    show({ name: 'Tidewater' })
    expect(await screen.findByText('Tidewater')).toBeVisible()
    expect(document.querySelector('[data-ca="brand-links"]')).toBeNull()
  })
})

describe('the promise beside a secret', () => {
  it('names the provider, and the host if it has a brand', async () => {
    const { rerender } = show(undefined, ['linkedin'])
    expect(await screen.findByText('Sent securely to LinkedIn, never stored.')).toBeVisible()
    rerender(tidewater)
    expect(screen.getByText('Sent securely to LinkedIn. Tidewater never stores it.')).toBeVisible()
  })

  it('does not name a provider without a brand', async () => {
    show(undefined, ['imap'])
    expect(await screen.findByText('Sent securely to your email provider, never stored.')).toBeVisible()
  })

  it('is beside the password that replaces a code, and not beside a code', async () => {
    const telegram = sampleProvider('telegram')
    const { show: next } = renderStep(otpStep({ provider: telegram, format: 'password' }))
    expect(await screen.findByText('Sent securely to Telegram, never stored.')).toBeVisible()
    next(otpStep({ provider: telegram, checkpointId: 'checkpoint-2' }))
    expect(screen.queryByText(/Sent securely/)).not.toBeInTheDocument()
  })
})

describe('a brand with mistakes', () => {
  async function reportOf(brand: unknown) {
    const { reports } = show(brand)
    await screen.findByRole('button', { name: /LinkedIn/ })
    await waitFor(() => expect(reports).toHaveLength(1))
    return reports[0]
  }

  it('shows the name alone if the logo does not load', async () => {
    const { reports } = show({ name: 'Tidewater', logo: '/gone.svg' })
    const image = logo()
    if (image) fireEvent.error(image)
    expect(logo()).toBeNull()
    expect(screen.getByText('Tidewater')).toBeVisible()
    await waitFor(() => expect(reports).toMatchObject([{ code: 'invalid_option' }]))
    expect(reports[0]?.message).toContain('"brand.logo" did not load')
  })

  it('leaves out an address that would run a script', async () => {
    const report = await reportOf({ ...tidewater, privacyUrl: 'javascript:alert(1)' })
    expect(report?.message).toContain('"brand.privacyUrl" must be an http or https address')
    expect(report?.message).not.toContain('alert')
    expect(await screen.findByRole('link', { name: 'Terms' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Privacy' })).not.toBeInTheDocument()
  })

  it.each<[member: string, brand: unknown]>([
    ['"brand.name" has more than 40 characters', { name: 'T'.repeat(80) }],
    ['"brand.name" must be a name', { name: '  ' }],
    ['"brand.name" must be a name', { name: { en: 'Tidewater' } }],
    ['"brand.logo" must be an address', { name: 'Tidewater', logo: 7 }],
    ['"brand.termsUrl" must be', { name: 'Tidewater', termsUrl: 'ftp://tidewater.test' }],
    ['"brand.helpUrl" must be', { name: 'Tidewater', helpUrl: 'https://' }],
    ['"brand" must be object', 'Tidewater'],
  ])('is reported once: %s', async (message, brand) => {
    expect((await reportOf(brand))?.message).toContain(message)
  })
})
