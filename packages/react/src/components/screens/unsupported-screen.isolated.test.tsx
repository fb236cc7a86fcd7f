import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConnectOptions } from '../../hooks/flow/connect-options.ts'
import { leaveForPage } from '../../hooks/flow/leave-for-page.ts'
import { ConnectAccount } from '../flow/connect-account.tsx'

vi.mock('../../hooks/flow/leave-for-page.ts', () => ({ leaveForPage: vi.fn() }))

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.mocked(leaveForPage).mockReset()
})

function showNovel(hostedPage?: NonNullable<ConnectOptions['hostedPage']>) {
  const intent = sampleIntent({ type: 'unsupported', id: 'novel', name: 'NOVEL' })
  render(
    <ConnectAccount
      transport={scriptedTransport({ intent })}
      intentId={intent.id}
      memory={null}
      {...(hostedPage && { hostedPage })}
    />,
  )
  return intent
}

const elsewhere = { name: 'Continue on another page' }

describe('a step without a screen', () => {
  it("offers the host's page and a restart", async () => {
    vi.mocked(leaveForPage).mockReturnValue(new Promise(() => {}))
    const hostedPage = () => 'https://host.test/hosted'
    const intent = showNovel(hostedPage)
    await userEvent.click(await screen.findByRole('button', elsewhere))
    await expect
      .poll(() => leaveForPage)
      .toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ options: expect.objectContaining({ hostedPage }) }),
        { intentId: intent.id, provider: 'linkedin' },
      )
    expect(screen.getByRole('button', { name: 'Start again' })).toBeVisible()
  })

  it.each([
    ['there is no page', () => Promise.resolve(false)],
    ['the host fails', () => Promise.reject(new Error('down'))],
  ])('shows an error if %s', async (_, answer) => {
    vi.mocked(leaveForPage).mockImplementation(answer)
    showNovel(() => undefined)
    await userEvent.click(await screen.findByRole('button', elsewhere))
    expect(await screen.findByRole('alert')).toHaveTextContent('There’s no other page for this.')
    expect(screen.queryByRole('button', elsewhere)).not.toBeInTheDocument()
  })

  it('offers only a restart if the host has no page', async () => {
    showNovel()
    expect(await screen.findByRole('button', { name: 'Start again' })).toBeVisible()
    expect(screen.queryByRole('button', elsewhere)).not.toBeInTheDocument()
  })
})
