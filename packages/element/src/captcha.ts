import type { CaptchaAdapter } from '@connect-account/react'

type Vendor = 'altcha' | 'arkose'

const adapters = new Map<string, CaptchaAdapter>()

/** The adapter of a vendor, whose code loads when a captcha is shown; the same one each time. Others stay. */
export function captchaOf(captcha: unknown, baseUrl: unknown): unknown {
  if (captcha !== 'altcha' && captcha !== 'arkose') return captcha
  const base = typeof baseUrl === 'string' ? baseUrl : undefined
  const key = `${captcha} ${base}`
  const adapter = adapters.get(key) ?? lazyAdapter(captcha, base)
  adapters.set(key, adapter)
  return adapter
}

function lazyAdapter(vendor: Vendor, baseUrl: string | undefined): CaptchaAdapter {
  return {
    name: vendor,
    mount(container, challenge, handlers) {
      let unmount: (() => void) | undefined
      let isRemoved = false
      load(vendor, baseUrl).then(
        (adapter) => {
          if (!isRemoved) unmount = adapter.mount(container, challenge, handlers)
        },
        (cause: unknown) => {
          if (!isRemoved) handlers.onError(new Error('The captcha did not load.', { cause }))
        },
      )
      return () => {
        isRemoved = true
        unmount?.()
      }
    },
  }
}

async function load(vendor: Vendor, baseUrl: string | undefined): Promise<CaptchaAdapter> {
  if (vendor === 'altcha') return (await import('@connect-account/react/altcha')).altchaCaptcha()
  const { arkoseCaptcha } = await import('@connect-account/react/arkose')
  return arkoseCaptcha(baseUrl === undefined ? {} : { baseUrl })
}
