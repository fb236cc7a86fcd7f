import type { InitialSync } from '@connect-account/core'
import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { act, render, screen } from '@testing-library/react'
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
    return screen.findByRole('button', { name: 'Done' })
  }
  const importing = (state: InitialSync | undefined) => act(() => transport.pushAccount(account(state)))
  return { transport, onLinked, onClose, link, importing }
}

const line = (text: RegExp) => screen.findByText(text, { selector: '[data-ca="help"]' })

describe('the first import', () => {
  it('is followed until the messages are there; nothing waits for it', async () => {
    const { link, importing, onLinked, onClose } = linkedWith('pending')
    const done = await link()
    expect(await line(/Importing your messages/)).toBeVisible()
    expect(onLinked).toHaveBeenCalledOnce()
    importing('running')
    expect(await line(/Importing your messages/)).toBeVisible()
    importing('completed')
    expect(await line(/Your messages are here/)).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent('Your messages are here.')
    await userEvent.click(done)
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('says when not everything came', async () => {
    const { link, importing } = linkedWith('running')
    await link()
    await line(/Importing/)
    importing('failed')
    expect(await line(/Not everything could be imported. It will be tried again/)).toBeVisible()
  })

  it('holds the end back where the host wants that, and lets the user go all the same', async () => {
    const { link, importing, onClose, onLinked } = linkedWith('running', true)
    const done = await link()
    const skip = await screen.findByRole('button', { name: 'Continue without waiting' })
    expect(onLinked).toHaveBeenCalledOnce()
    await userEvent.click(done)
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.click(skip)
    expect(onClose).toHaveBeenCalledOnce()
    importing('completed')
    await userEvent.click(done)
    expect(onClose).toHaveBeenCalledTimes(2)
    expect(screen.queryByRole('button', { name: 'Continue without waiting' })).not.toBeInTheDocument()
  })

  it('holds nobody back once nobody can tell how far it is', async () => {
    const { transport, link, onClose } = linkedWith('running', true)
    const done = await link()
    await screen.findByRole('button', { name: 'Continue without waiting' })
    act(() => transport.pushAccount(undefined))
    await userEvent.click(done)
    expect(onClose).toHaveBeenCalledOnce()
  })

  it.each([undefined, 'completed'] as const)('is not spoken of when it is %s', async (state) => {
    const { link, transport } = linkedWith(state, true)
    await link()
    expect(screen.queryByText(/messages/)).not.toBeInTheDocument()
    expect(transport.calls).not.toContain('watchAccount')
  })
})
