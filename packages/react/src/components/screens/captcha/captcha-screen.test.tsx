import { act, render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../../test/render-step.tsx'
import { captchaStep } from '../../../../test/steps.ts'
import type { CaptchaAdapter, CaptchaHandlers } from '../../../captcha/adapter.ts'
import { ConnectAccountRoot } from '../../flow/connect-account-root.tsx'

function fakeAdapter() {
  const mounts: CaptchaHandlers[] = []
  const unmount = vi.fn()
  const adapter = {
    name: 'fake',
    mount: vi.fn<CaptchaAdapter['mount']>((_container, _challenge, handlers) => {
      mounts.push(handlers)
      return unmount
    }),
  }
  return { adapter, mounts, unmount }
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.useRealTimers()
})

/** Renders the screen in StrictMode, with an adapter that may break its types as plain JavaScript can. */
async function renderWith(mount: (...args: Parameters<CaptchaAdapter['mount']>) => unknown) {
  const report = vi.fn<(error: unknown) => void>()
  const step = captchaStep()
  const captcha = { name: 'fake', mount } as CaptchaAdapter
  render(
    <StrictMode>
      <ConnectAccountRoot connect={{ step, report }} captcha={captcha} />
    </StrictMode>,
  )
  await screen.findByRole('heading', { name: 'Quick security check' })
  const codes = () => report.mock.calls.map(([error]) => Object(error).code)
  return { step, report, codes }
}

describe('the captcha screen', () => {
  it('passes the challenge to the adapter and submits its token once', async () => {
    const { adapter, mounts } = fakeAdapter()
    const step = captchaStep()
    renderStep(step, { captcha: adapter, nonce: 'n1' })
    await waitFor(() => expect(mounts).toHaveLength(1))
    expect(adapter.mount.mock.calls[0]?.[1]).toEqual({ publicKey: 'key', data: 'blob' })
    expect(mounts[0]?.nonce).toBe('n1')
    mounts[0]?.onToken('token-1')
    mounts[0]?.onToken('token-1')
    expect(step.submit).toHaveBeenCalledExactlyOnceWith('token-1')
  })

  it('mounts a new captcha after a refused token, and ignores the old one', async () => {
    const { adapter, mounts, unmount } = fakeAdapter()
    const step = captchaStep()
    const { show } = renderStep(step, { captcha: adapter })
    await waitFor(() => expect(mounts).toHaveLength(1))
    mounts[0]?.onToken('token-1')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'captcha_rejected' } })
    await waitFor(() => expect(mounts).toHaveLength(2))
    expect(unmount).toHaveBeenCalledOnce()
    mounts[0]?.onToken('late')
    mounts[1]?.onToken('token-2')
    expect(step.submit.mock.calls).toEqual([['token-1'], ['token-2']])
  })

  it('offers a retry when the adapter fails', async () => {
    const { adapter, mounts } = fakeAdapter()
    renderStep(captchaStep(), { captcha: adapter })
    await waitFor(() => expect(mounts).toHaveLength(1))
    mounts[0]?.onError(new Error('blocked'))
    const retry = await screen.findByRole('button', { name: 'Try again' })
    retry.click()
    await waitFor(() => expect(mounts).toHaveLength(2))
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('reports a missing adapter, and offers ways out', async () => {
    renderStep(captchaStep())
    expect(await screen.findByRole('alert')).toHaveTextContent('We can’t show this check here')
    expect(screen.getByRole('button', { name: 'Try another way' })).toBeVisible()
    await waitFor(() =>
      expect(console.error).toHaveBeenCalledWith(
        expect.stringContaining('"captcha" prop'),
        expect.anything(),
      ),
    )
  })
})

describe('an adapter that breaks its contract is reported once, and the user can continue', () => {
  const fault = new Error('a bug in the adapter')
  const isShown = async (text: RegExp) => {
    expect(await screen.findByRole('alert')).toHaveTextContent(text)
    for (const name of ['Try again', 'Try another way', 'Cancel']) {
      expect(screen.getByRole('button', { name })).toBeVisible()
    }
  }

  it('throws in mount', async () => {
    const { report } = await renderWith(() => {
      throw fault
    })
    await isShown(/couldn’t show this check/)
    expect(report.mock.calls.map(([error]) => error)).toEqual([
      expect.objectContaining({ code: 'captcha_failed', cause: fault }),
    ])
  })

  it('reports an error', async () => {
    const { report } = await renderWith((_container, _challenge, { onError }) => {
      onError(fault)
      return () => {}
    })
    await isShown(/couldn’t show this check/)
    expect(report.mock.calls.map(([error]) => error)).toEqual([
      expect.objectContaining({ code: 'captcha_failed', cause: fault }),
    ])
  })

  it('calls back twice', async () => {
    const { step, report } = await renderWith((container, _challenge, { onToken }) => {
      container.textContent = 'solved'
      setTimeout(() => {
        onToken('token')
        onToken('token')
      })
      return () => {}
    })
    await waitFor(() => expect(report).toHaveBeenCalledOnce())
    expect(step.submit).toHaveBeenCalledExactlyOnceWith('token')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it.each([undefined, ''])('calls back with the token %j', async (token) => {
    const { step, codes } = await renderWith((_container, _challenge, { onToken }) => {
      onToken(token as string)
      return () => {}
    })
    await isShown(/couldn’t show this check/)
    expect(codes()).toEqual(['captcha_failed'])
    expect(step.submit).not.toHaveBeenCalled()
  })

  it.each([undefined, Promise.resolve(() => {})])('returns %s', async (returned) => {
    const { codes } = await renderWith((container) => {
      container.textContent = 'a puzzle'
      return returned
    })
    await waitFor(() => expect(codes()).toEqual(['captcha_failed']))
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('throws when it is removed', async () => {
    const { codes } = await renderWith((container) => {
      container.textContent = 'a puzzle'
      return () => {
        throw fault
      }
    })
    await waitFor(() => expect(codes()).toEqual(['captcha_failed']))
  })

  it.each<[name: string, draws: boolean, after: number, text: RegExp]>([
    ['draws nothing', false, 20_000, /couldn’t show this check/],
    ['never calls back', true, 60_000, /Not working\?/],
  ])('%s', async (_name, draws, after, text) => {
    await import('./captcha-screen.tsx')
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const { codes } = await renderWith((container) => {
      if (draws) container.textContent = 'a puzzle'
      return () => {}
    })
    act(() => vi.advanceTimersByTime(after))
    await isShown(text)
    expect(codes()).toEqual(['captcha_failed'])
    expect(screen.queryByText('a puzzle') !== null).toBe(draws)
  })
})
