import type { ConnectTransport } from '@connect-account/core'
import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode, useState } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { ConnectAccountDialog, type ConnectAccountDialogProps } from './connect-account-dialog.tsx'

const onOpenChange = vi.fn<ConnectAccountDialogProps['onOpenChange']>()

function Host() {
  const [isOpen, setOpen] = useState(false)
  const [transport] = useState(() =>
    scriptedTransport({
      start: () => ({ type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'email' }),
      solve: () => ({ type: 'linked', account: sampleAccount }),
    }),
  )
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Connect
      </button>
      <ConnectAccountDialog
        open={isOpen}
        onOpenChange={(open, details) => {
          onOpenChange(open, details)
          setOpen(open)
        }}
        transport={transport}
        memory={null}
      />
    </>
  )
}

// As in a host's tests: jsdom has no `showModal`, and there is no polyfill.
it('opens in jsdom, links an account by keyboard, and restores the focus', async () => {
  onOpenChange.mockClear()
  const user = userEvent.setup()
  render(
    <StrictMode>
      <Host />
    </StrictMode>,
  )
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  expect(await screen.findByRole('dialog', { name: 'Connect an account' })).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Connect an account' })).toHaveFocus()
  await user.type(screen.getByRole('searchbox'), 'linked{Enter}')
  await user.type(await screen.findByLabelText('Email or phone'), 'anna@example.com')
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}')
  await user.type(await screen.findByLabelText('Code'), '123456')
  await user.click(await screen.findByRole('button', { name: 'Done' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false, { reason: 'finished' })
  expect(screen.getByRole('button', { name: 'Connect' })).toHaveFocus()
  expect(document.querySelector('[data-ca]')).toBeNull()
  expect(document.documentElement.attributes).toHaveLength(0)
})

it('closes on Escape in jsdom', async () => {
  onOpenChange.mockClear()
  const user = userEvent.setup()
  render(<Host />)
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  await screen.findByRole('searchbox')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false, { reason: 'escape' })
})

it('says that its own button closed it', async () => {
  onOpenChange.mockClear()
  const user = userEvent.setup()
  render(<Host />)
  await user.click(screen.getByRole('button', { name: 'Connect' }))
  await user.click(await screen.findByRole('button', { name: 'Close' }))
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false, { reason: 'close_button' })
})

it('hydrates without a mismatch when it is open from the start', async () => {
  const error = vi.spyOn(console, 'error')
  const dialog = (
    <ConnectAccountDialog open onOpenChange={onOpenChange} transport={scriptedTransport()} memory={null} />
  )
  const place = document.createElement('div')
  place.innerHTML = renderToString(dialog)
  expect(place).toBeEmptyDOMElement()
  document.body.append(place)
  const { unmount } = render(dialog, { container: place, hydrate: true })
  expect(await screen.findByRole('dialog', { name: 'Connect an account' })).toBeVisible()
  expect(place).toBeEmptyDOMElement()
  unmount()
  place.remove()
  expect(error).not.toHaveBeenCalled()
})

it('closes even if a callback of the host throws, and reports the error', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const onError = vi.fn()
  onOpenChange.mockClear()
  const fail = () => {
    throw new Error('the host’s')
  }
  render(
    <ConnectAccountDialog
      open
      onOpenChange={onOpenChange}
      transport={scriptedTransport()}
      memory={null}
      onEnd={fail}
      onError={onError}
    />,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledWith(false, { reason: 'canceled' }))
  await waitFor(() =>
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'callback_failed' })),
  )
  log.mockRestore()
})

it('stays open and says so if the flow was canceled in another tab', async () => {
  onOpenChange.mockClear()
  const intent = sampleIntent({ type: 'loading', id: 'loading' })
  const transport = scriptedTransport({ intent })
  render(
    <ConnectAccountDialog
      open
      onOpenChange={onOpenChange}
      transport={transport}
      intentId={intent.id}
      memory={null}
    />,
  )
  await screen.findByRole('heading', { name: 'Waiting for LinkedIn' })
  transport.push({ type: 'canceled' })
  expect(await screen.findByText(/You canceled this in another tab or on another device/)).toBeVisible()
  expect(onOpenChange).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Start again' }))
  expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
})

function Reopened(props: { readonly userKey?: string; readonly transport: ConnectTransport }) {
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Connect
      </button>
      <ConnectAccountDialog {...props} open={isOpen} onOpenChange={setOpen} memory={null} />
    </>
  )
}

describe('closing', () => {
  async function closeAndReopen(user: ReturnType<typeof userEvent.setup>) {
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Connect' }))
  }

  it('keeps the search, the form, its method and what was typed, except secrets', async () => {
    const user = userEvent.setup()
    render(<Reopened transport={scriptedTransport()} />)
    await user.type(await screen.findByRole('searchbox'), 'lin')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await user.click(screen.getByRole('button', { name: 'Connect' }))
    expect(await screen.findByRole('searchbox')).toHaveValue('lin')

    await user.click(screen.getByRole('button', { name: 'LinkedIn' }))
    await user.type(await screen.findByLabelText('Email or phone'), 'anna@example.com')
    await user.type(screen.getByLabelText('Password'), 'secret')
    await closeAndReopen(user)
    expect(await screen.findByLabelText('Email or phone')).toHaveValue('anna@example.com')
    expect(screen.getByLabelText('Password')).toHaveValue('')

    await user.click(screen.getByRole('radio', { name: /cookie/i }))
    await user.type(await screen.findByRole('textbox'), 'li_at=secret')
    await closeAndReopen(user)
    expect(await screen.findByRole('textbox')).toHaveValue('')
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(await screen.findByRole('searchbox')).toHaveValue('')
  })

  it('keeps nothing after an end, and nothing for another user', async () => {
    const user = userEvent.setup()
    const transport = scriptedTransport()
    const { rerender } = render(<Reopened userKey="anna" transport={transport} />)
    const type = async () => {
      await user.click(await screen.findByRole('button', { name: 'LinkedIn' }))
      const field = await screen.findByLabelText('Email or phone')
      expect(field).toHaveValue('')
      await user.type(field, 'anna@example.com')
    }
    await type()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await user.click(screen.getByRole('button', { name: 'Connect' }))
    await type()
    rerender(<Reopened userKey="ben" transport={transport} />)
    await type()
  })
})

describe('the backdrop', () => {
  it('closes the dialog only while no field holds a text', async () => {
    const user = userEvent.setup()
    const onOpenChange = vi.fn()
    const transport = scriptedTransport()
    render(<ConnectAccountDialog open onOpenChange={onOpenChange} transport={transport} memory={null} />)
    await user.click(await screen.findByRole('button', { name: 'LinkedIn' }))
    const field = await screen.findByLabelText('Email or phone')
    await user.type(field, 'a')
    await user.click(screen.getByRole('dialog'))
    expect(onOpenChange).not.toHaveBeenCalled()
    await user.clear(field)
    await user.click(screen.getByRole('dialog'))
    expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false, { reason: 'outside_press' })
  })
})
