import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { captchaStep } from '../../../test/steps.ts'
import type { CaptchaAdapter, CaptchaHandlers } from '../../captcha/adapter.ts'

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

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the captcha screen', () => {
  it('gives the adapter the challenge and submits its token once', async () => {
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

  it('shows a fresh captcha after a refused token, and ignores what the old one says', async () => {
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

  it('offers to load it again when the adapter fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { adapter, mounts } = fakeAdapter()
    renderStep(captchaStep(), { captcha: adapter })
    await waitFor(() => expect(mounts).toHaveLength(1))
    mounts[0]?.onError(new Error('blocked'))
    const retry = await screen.findByRole('button', { name: 'Try again' })
    retry.click()
    await waitFor(() => expect(mounts).toHaveLength(2))
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('says loudly that there is no adapter, and leaves the user a way out', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    renderStep(captchaStep())
    expect(await screen.findByRole('alert')).toHaveTextContent('cannot be shown here')
    expect(screen.getByRole('button', { name: 'Try another way' })).toBeVisible()
    expect(error).toHaveBeenCalledWith(expect.stringContaining('"captcha" prop'))
  })
})
