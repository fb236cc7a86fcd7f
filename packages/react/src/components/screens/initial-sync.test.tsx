import type { InitialSync } from '@connect-account/core'
import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ConnectAccount } from '../flow/connect-account.tsx'

const account = (initialSync?: InitialSync) => ({ ...sampleAccount, ...(initialSync && { initialSync }) })

function linkedWith(initialSync: InitialSync | undefined, waitForSync = false) {
  const intent = sampleIntent({ type: 'loading', id: 'loading' })
  const transport = scriptedTransport({ intent })
  const onLinked = vi.fn()
  const onClose = vi.fn()
  render(
    <ConnectAccount {...{ transport, onLinked, onClose, waitForSync }} intentId={intent.id} memory={null} />,
  )
  const link = async () => {
    await screen.findByRole('heading', { name: 'Waiting for LinkedIn' })
    act(() => transport.push({ type: 'linked', account: account(initialSync) }))
    return screen.findByRole('button', { name: /^(Done|Continue without waiting)$/ })
  }
  const importing = (state: InitialSync | undefined) => act(() => transport.pushAccount(account(state)))
  return { transport, onLinked, onClose, link, importing }
}

const line = (text: RegExp) => screen.findByText(text, { selector: '[data-ca="help"]' })

describe('the first import', () => {
  it('is shown until it completes, and does not block Done', async () => {
    const { link, importing, onLinked, onClose } = linkedWith('pending')
    const done = await link()
    expect(await line(/Importing your messages/)).toBeVisible()
    expect(onLinked).toHaveBeenCalledOnce()
    importing('running')
    expect(await line(/Importing your messages/)).toBeVisible()
    importing('completed')
    expect(await line(/Import complete/)).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent('Import complete.')
    await userEvent.click(done)
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('says if some messages failed', async () => {
    const { link, importing } = linkedWith('running')
    await link()
    await line(/Importing/)
    importing('failed')
    expect(await line(/Some messages couldn’t be imported. We’ll retry/)).toBeVisible()
  })

  it('asks the user to wait if the host wants it, with the same button', async () => {
    const { link, importing, onClose, onLinked } = linkedWith('running', true)
    const button = await link()
    await waitFor(() => expect(button).toHaveTextContent('Continue without waiting'))
    expect(screen.queryByRole('button', { name: 'Done' })).not.toBeInTheDocument()
    expect(onLinked).toHaveBeenCalledOnce()
    await userEvent.click(button)
    expect(onClose).toHaveBeenCalledOnce()
    importing('completed')
    expect(button).toHaveTextContent('Done')
    await userEvent.click(button)
    expect(onClose).toHaveBeenCalledTimes(2)
  })

  it('does not ask to wait if its progress is unknown', async () => {
    const { transport, link } = linkedWith('running', true)
    const button = await link()
    await waitFor(() => expect(button).toHaveTextContent('Continue without waiting'))
    act(() => transport.pushAccount(undefined))
    expect(button).toHaveTextContent('Done')
  })

  it.each([undefined, 'completed'] as const)('is hidden when it is %s', async (state) => {
    const { link, transport } = linkedWith(state, true)
    await link()
    expect(screen.queryByText(/messages/)).not.toBeInTheDocument()
    expect(transport.calls).not.toContain('watchAccount')
  })
})
