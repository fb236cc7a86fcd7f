import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Activity, createRef, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setOnline } from '../../../test/network.ts'
import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { newDraft } from '../../hooks/flow/flow-draft.ts'
import { en } from '../../locales/en.ts'
import { chunk, loadedChunk } from '../lazy/chunk.ts'
import { StepLayout } from '../parts/step-layout.tsx'
import { RootContext } from '../root/root-context.ts'
import { ScreenSwitch } from './screen-switch.tsx'
import { type StepView, viewOf } from './step-view.tsx'

afterEach(() => {
  vi.restoreAllMocks()
  vi.clearAllMocks()
})

const report = vi.fn()
const root = {
  messages: en,
  translate: <T,>(english: T) => english,
  language: 'en',
  captcha: undefined,
  support: undefined,
  nonce: undefined,
  draft: newDraft(),
  headingId: 'heading',
  announce: () => {},
  report,
  mayTakeFocus: () => true,
}

const frame = createRef<HTMLDivElement>()
const cancel = vi.fn()
const preparing: ConnectStepOf<'preparing'> = { type: 'preparing', cancel }
const canceled: ConnectStepOf<'canceled'> = {
  type: 'canceled',
  reason: 'user',
  close: vi.fn(),
  restart: () => {},
}

const Plain = () => (
  <StepLayout heading="The phone screen">
    <input data-focus aria-label="Number" />
  </StepLayout>
)
const Before = () => (
  <StepLayout heading="The screen before">
    <input data-focus aria-label="Name" />
  </StepLayout>
)

let isBroken = true
const Throwing = () => {
  if (isBroken) throw new RangeError('Incorrect locale information provided')
  return <Plain />
}
const Form = ({ step }: { step: { readonly pending: string | false } }) => <p>{String(step.pending)}</p>
const Plainer = () => <p>The next screen</p>

const before = viewOf('before', preparing, loadedChunk({ Before }), (screens) => screens.Before)
const shown = (view: StepView) => (
  <RootContext.Provider value={root}>
    <ScreenSwitch view={view} frame={frame} />
  </RootContext.Provider>
)
const phoneScreen = () => screen.findByRole('heading', { name: 'The phone screen' })

/** A view whose chunk loads when the test resolves it. */
function awaited() {
  let resolve: (module: { Plain: typeof Plain }) => void = () => {}
  const promise = new Promise<{ Plain: typeof Plain }>((settle) => {
    resolve = settle
  })
  const load = vi.fn(() => promise)
  const view = viewOf('phone', preparing, chunk(load), (screens) => screens.Plain)
  return { view, load, arrive: () => act(async () => resolve({ Plain })) }
}

/** A view whose chunk fails to load the first `times` times. */
function failing(times: number, step: ConnectStepOf<'preparing' | 'canceled'> = preparing) {
  const load = vi.fn<() => Promise<{ Plain: typeof Plain }>>().mockResolvedValue({ Plain })
  for (let count = 0; count < times; count++) {
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  }
  return { load, view: viewOf('phone', step, chunk(load), (screens) => screens.Plain) }
}

describe('a chunk that fails to load', () => {
  it('is retried once automatically', async () => {
    const { load, view } = failing(1)
    render(shown(view))
    expect(await phoneScreen()).toBeVisible()
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('can be retried by the user', async () => {
    const { load, view } = failing(2)
    render(shown(view))
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await phoneScreen()).toBeVisible()
    expect(load).toHaveBeenCalledTimes(3)
  })

  it('is retried when the browser is back online', async () => {
    const { load, view } = failing(2)
    render(shown(view))
    await screen.findByRole('button', { name: 'Try again' })
    act(() => {
      window.dispatchEvent(new Event('online'))
    })
    expect(await phoneScreen()).toBeVisible()
    expect(load).toHaveBeenCalledTimes(3)
  })

  it('is blamed on the connection, offers ways out, and is reported once, but not as a screen error', async () => {
    const { view } = failing(2)
    render(shown(view))
    expect(await screen.findByRole('heading', { name: 'We couldn’t load this step' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(cancel).toHaveBeenCalledOnce()
    expect(report).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'network_unreachable' }),
      true,
    )
  })

  it('is retried from time to time, because only the server may have been down', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { view, load } = failing(4)
    render(shown(view))
    await screen.findByRole('button', { name: 'Try again' })
    await act(() => vi.advanceTimersByTimeAsync(30_000))
    vi.useRealTimers()
    expect(await phoneScreen()).toBeVisible()
    expect(load).toHaveBeenCalledTimes(5)
  })

  it('is not blamed on the connection if its code threw', async () => {
    const bug = new ReferenceError('process is not defined')
    const view = viewOf(
      'phone',
      preparing,
      chunk(() => Promise.reject(bug)),
      () => Plain,
    )
    render(shown(view))
    expect(await screen.findByRole('heading', { name: 'We can’t show this step' })).toBeVisible()
    expect(screen.queryByText(/connection/)).toBeNull()
    expect(report).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'screen_failed', cause: bug }),
      true,
    )
  })

  it('is shown as what it is while the browser is offline', async () => {
    setOnline(false)
    const { view } = failing(2)
    render(shown(view))
    expect(await screen.findByText('You’re offline. We’ll continue when you’re back.')).toBeVisible()
    setOnline(true)
    expect(await phoneScreen()).toBeVisible()
  })

  it('can be closed if there is nothing to cancel', async () => {
    const { view } = failing(2, canceled)
    render(shown(view))
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
    expect(canceled.close).toHaveBeenCalledOnce()
  })

  it('shows no error if it was only preloaded', async () => {
    const { load, view } = failing(2)
    view.chunk.preload()
    await expect.poll(() => view.chunk.read().isLoading).toBe(false)
    expect(load).toHaveBeenCalledTimes(2)
    render(shown(view))
    expect(screen.queryByRole('heading', { name: 'We couldn’t load this step' })).toBeNull()
    expect(await phoneScreen()).toBeVisible()
  })
})

describe('a screen that throws', () => {
  const throwing = viewOf('phone', preparing, loadedChunk({ Throwing }), (screens) => screens.Throwing)

  beforeEach(() => {
    isBroken = true
    // React logs errors that a boundary catches.
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })

  it('is reported, is not blamed on the connection, and can be tried again', async () => {
    render(shown(throwing))
    expect(screen.getByRole('heading')).toHaveTextContent('We can’t show this step')
    expect(screen.queryByText(/connection/)).toBeNull()
    expect(report).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        code: 'screen_failed',
        cause: expect.objectContaining({ message: 'Incorrect locale information provided' }),
      }),
      true,
    )
    isBroken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await phoneScreen()).toBeVisible()
  })

  it('offers ways out', async () => {
    render(shown(throwing))
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(cancel).toHaveBeenCalledOnce()
  })

  it('does not affect the next step', () => {
    const { rerender } = render(shown(throwing))
    rerender(shown(before))
    expect(screen.getByRole('heading', { name: 'The screen before' })).toBeVisible()
  })
})

describe('while the next screen is loading', () => {
  it('keeps the previous screen, its focus and its values, and switches in one commit', async () => {
    const { view, arrive } = awaited()
    const { container, rerender } = render(shown(before))
    const field = screen.getByLabelText('Name')
    await userEvent.type(field, 'Anna')
    const seen: string[] = []
    const observer = new MutationObserver(() => seen.push(screen.getByRole('heading').textContent ?? ''))
    observer.observe(container, { childList: true, subtree: true })

    rerender(shown(view))
    expect(screen.getByLabelText('Name')).toBe(field)
    expect(field).toHaveValue('Anna')
    expect(field).toHaveFocus()
    expect(container.querySelector('[aria-busy]')).toContainElement(field)

    await arrive()
    expect(screen.getByLabelText('Number')).toHaveFocus()
    expect(container.querySelector('[aria-busy]')).toBeNull()
    observer.disconnect()
    expect(seen).toEqual(['The phone screen'])
  })

  it('disables every verb but cancel', async () => {
    const submit = vi.fn()
    const step = { ...preparing, pending: false as const, submit }
    const { view } = awaited()
    const { rerender } = render(shown(viewOf('form', step, loadedChunk({ Form }), (screens) => screens.Form)))
    expect(screen.getByText('false')).toBeVisible()
    rerender(shown(view))
    expect(screen.getByText('submit')).toBeVisible()
  })

  it('returns to a screen that stayed mounted without losing its values', async () => {
    const { view } = awaited()
    const { rerender } = render(shown(before))
    await userEvent.type(screen.getByLabelText('Name'), 'Anna')
    rerender(shown(view))
    rerender(shown(before))
    expect(screen.getByLabelText('Name')).toHaveValue('Anna')
  })
})

describe('typed values', () => {
  const after = viewOf('after', preparing, loadedChunk({ Plainer }), (screens) => screens.Plainer)

  it('are cleared from the elements of a removed screen', async () => {
    const { rerender, unmount } = render(shown(before))
    const field = screen.getByLabelText('Name')
    await userEvent.type(field, 'secret')
    rerender(shown(after))
    await expect.poll(() => field).toHaveValue('')

    rerender(shown(before))
    const next = screen.getByLabelText('Name')
    await userEvent.type(next, 'secret')
    unmount()
    await expect.poll(() => next).toHaveValue('')
  })

  it('stay in a screen that is only hidden', async () => {
    const page = (mode: 'visible' | 'hidden') => (
      <StrictMode>
        <Activity mode={mode}>{shown(before)}</Activity>
      </StrictMode>
    )
    const { rerender } = render(page('visible'))
    await userEvent.type(screen.getByLabelText('Name'), 'Anna')
    rerender(page('hidden'))
    await act(async () => {})
    rerender(page('visible'))
    expect(screen.getByLabelText('Name')).toHaveValue('Anna')
  })
})

describe('the first screen', () => {
  it('shows a heading while it loads, then also a skeleton and Cancel', async () => {
    const { view, arrive } = awaited()
    const { container } = render(shown(view))
    expect(screen.getByRole('heading', { name: 'One moment…' })).toBeVisible()
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(container.querySelector('[data-ca="skeleton"]')).toBeInTheDocument()
    expect(cancel).toHaveBeenCalledOnce()
    await arrive()
    expect(await phoneScreen()).toBeVisible()
    expect(container.querySelector('[data-ca="skeleton"]')).toBeNull()
  })

  it('is loaded once in StrictMode', async () => {
    const { view, load, arrive } = awaited()
    render(<StrictMode>{shown(view)}</StrictMode>)
    await arrive()
    expect(await phoneScreen()).toBeVisible()
    expect(load).toHaveBeenCalledOnce()
  })

  it('shows when a hidden part of the page becomes visible after its chunk loaded', async () => {
    const { view, arrive } = awaited()
    const page = (mode: 'visible' | 'hidden') => <Activity mode={mode}>{shown(view)}</Activity>
    const { rerender } = render(page('visible'))
    rerender(page('hidden'))
    await arrive()
    rerender(page('visible'))
    expect(await phoneScreen()).toBeVisible()
  })

  it('hydrates without a mismatch even if its chunk is already loaded', async () => {
    const { view, load, arrive } = awaited()
    const container = document.createElement('div')
    document.body.append(container)
    container.innerHTML = renderToString(shown(view))
    expect(container).toHaveTextContent('One moment…')
    expect(load).not.toHaveBeenCalled()
    view.chunk.preload()
    await arrive()
    const onRecoverableError = vi.fn()
    const hydrated = await act(async () => hydrateRoot(container, shown(view), { onRecoverableError }))
    expect(await phoneScreen()).toBeVisible()
    expect(onRecoverableError).not.toHaveBeenCalled()
    act(() => hydrated.unmount())
    container.remove()
  })
})
