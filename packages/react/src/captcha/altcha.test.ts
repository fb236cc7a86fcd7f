import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { altchaCaptcha } from './altcha.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const hmacSignatureSecret = 'server secret'

async function challenge() {
  const made = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    counter: 20,
    deriveKey,
    hmacSignatureSecret,
  })
  return JSON.stringify(made)
}

function mount(data: string | null) {
  const onToken = vi.fn<(token: string) => void>()
  const onError = vi.fn<(error: Error) => void>()
  const unmount = altchaCaptcha().mount(document.body, { publicKey: null, data }, { onToken, onError })
  const checkbox = document.querySelector<HTMLElement>('[role="checkbox"]')
  if (!checkbox) throw new Error('No checkbox was mounted.')
  return { onToken, onError, unmount, checkbox }
}

describe('altchaCaptcha', () => {
  it('solves a challenge of altcha-lib on click, with a token that altcha-lib accepts', async () => {
    const { onToken, checkbox } = mount(await challenge())
    expect(checkbox).toHaveAttribute('aria-checked', 'false')
    checkbox.click()
    checkbox.click()
    await expect.poll(() => onToken).toHaveBeenCalledOnce()
    expect(checkbox).toHaveAttribute('aria-checked', 'true')

    const payload = JSON.parse(atob(onToken.mock.calls[0]?.[0] ?? ''))
    const result = await verifySolution({ ...payload, deriveKey, hmacSignatureSecret })
    expect(result.verified).toBe(true)
  })

  it.each([null, '{}', 'not json'])('reports an invalid challenge: %j', async (data) => {
    const { onError, checkbox } = mount(data)
    checkbox.click()
    await expect.poll(() => onError).toHaveBeenCalledOnce()
  })

  it('reports nothing after it was removed', async () => {
    const { onToken, onError, unmount, checkbox } = mount(await challenge())
    checkbox.click()
    unmount()
    expect(document.body).toBeEmptyDOMElement()
    const again = mount(await challenge())
    again.checkbox.click()
    await expect.poll(() => again.onToken).toHaveBeenCalledOnce()
    expect(onToken).not.toHaveBeenCalled()
    expect(onError).not.toHaveBeenCalled()
  })
})
