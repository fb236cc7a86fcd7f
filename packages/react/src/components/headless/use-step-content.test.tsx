import { sampleProvider } from '@connect-account/core/testing'
import { act, renderHook, waitFor } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  captchaStep,
  credentialsStep,
  formOf,
  inAppStep,
  otpStep,
  phoneStep,
  qrStep,
  showStep,
} from '../../../test/steps.ts'
import type { ConnectStep, StepError } from '../../hooks/flow/connect-step.ts'
import { de } from '../../locales/de/locale.ts'
import type { LocaleProps } from '../root/use-translation.ts'
import type { StepKind } from './step-content.ts'
import { type StepContentResult, useStepContent } from './use-step-content.ts'

function contentOf(step: ConnectStep, words?: LocaleProps) {
  const report = vi.fn<(error: unknown) => void>()
  const { result, rerender } = renderHook(({ current }) => useStepContent({ step: current, report }, words), {
    initialProps: { current: step },
  })
  return {
    report,
    read: () => result.current,
    show: (current: ConnectStep) => rerender({ current }),
    /** The content, if it is of this kind. */
    as<K extends StepKind>(kind: K) {
      const content = result.current
      if (content.kind !== kind) throw new Error(`The content is of the kind ${content.kind}.`)
      return content as Extract<StepContentResult, { kind: K }>
    },
    submit(values: Record<string, string>) {
      const content = result.current
      if (content.kind !== 'form') throw new Error('There is no form.')
      const form = new FormData()
      for (const [name, value] of Object.entries(values)) form.set(name, value)
      act(() => content.submit(form))
    },
  }
}

/** The errors at the fields, by name. */
const errorsOf = (content: StepContentResult) =>
  content.kind === 'form' ? Object.fromEntries(content.fields.map(({ name, error }) => [name, error])) : {}

describe('useStepContent', () => {
  it('has the fields of a form, says what is missing, and submits what is there', () => {
    const step = credentialsStep()
    const content = contentOf(step)
    expect(content.read()).toMatchObject({ heading: 'Sign in to LinkedIn', submitLabel: 'Sign in' })
    content.submit({ username: 'anna@example.com', password: '' })
    expect(errorsOf(content.read())).toEqual({ username: undefined, password: 'Enter your password.' })
    expect(step.submit).not.toHaveBeenCalled()
    content.submit({ username: 'anna@example.com', password: 'secret' })
    expect(step.submit).toHaveBeenCalledExactlyOnceWith({ username: 'anna@example.com', password: 'secret' })
    expect(step.keep).toHaveBeenLastCalledWith({ username: 'anna@example.com' })
    expect(errorsOf(content.read())).toEqual({ username: undefined, password: undefined })
  })

  it.each([
    ['network_unreachable', true, 'We’ll continue when it’s back.'],
    ['unexpected_answer', true, 'Something went wrong on our side. Try again.'],
    ['unexpected_answer', false, 'You’re offline. We’ll continue when you’re back.'],
  ] as const)('says of %s, online: %s, what the kit’s own screen says', (code, isOnline, text) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
    onTestFinished(() => void vi.restoreAllMocks())
    const step = { type: 'unavailable', error: { code }, retry: () => {}, cancel: () => {} } as const
    expect(contentOf(step).read().error).toContain(text)
  })

  it('says what the server refused at its field, or else above the form', () => {
    const content = contentOf(credentialsStep({ error: { code: 'invalid_credentials' } }))
    expect(content.read().error).toBe('That username or password isn’t right. Check both and try again.')
    const fields = [{ name: 'username', code: 'too_long' }]
    content.show(credentialsStep({ error: { code: 'invalid_request', fields } }))
    expect(content.read().error).toBeUndefined()
    expect(errorsOf(content.read())).toMatchObject({ username: 'This is too long. Check it and try again.' })
  })

  it('reads the cookies in what was pasted', () => {
    const step = credentialsStep({ method: formOf(sampleProvider('linkedin'), 'cookies') })
    const content = contentOf(step)
    content.submit({ cookies: 'lang=en' })
    expect(errorsOf(content.read())).toEqual({
      cookies: 'The li_at cookie of linkedin.com isn’t among these. Paste it too.',
    })
    content.submit({ cookies: 'lang=en; li_at=AQEDsecret' })
    expect(step.submit).toHaveBeenCalledExactlyOnceWith({
      access_token: 'AQEDsecret',
      user_agent: navigator.userAgent,
    })
  })

  it('reads the code in a text, and names what is wrong with one', () => {
    const step = otpStep()
    const content = contentOf(step)
    content.submit({ code: '12' })
    expect(errorsOf(content.read())).toEqual({ code: 'Enter the full code.' })
    content.submit({ code: 'Your code is 123-456' })
    expect(step.submit).toHaveBeenCalledExactlyOnceWith('123456')
  })

  it('has what belongs on the phone, with the steps there and how long it is valid', () => {
    const step = showStep()
    const content = contentOf(step)
    expect(content.as('show')).toMatchObject({
      heading: 'Enter this code on your phone',
      note: 'Valid for 2:00',
      show: { kind: 'code', value: 'ABCD-1234' },
      instructions: [expect.any(String), expect.any(String), expect.any(String), 'Enter this code'],
    })
    content
      .read()
      .actions.find(({ label }) => label === 'Show a new one')
      ?.run()
    expect(step.refresh).toHaveBeenCalledOnce()
  })

  it('has the number that the phone asks for, at an approval and beside a code', () => {
    const show = { kind: 'number', value: '42', label: '42' } as const
    const content = contentOf(inAppStep({ show }))
    expect(content.as('show')).toMatchObject({ show, instructions: ['Tap this number on your phone'] })
    content.show({ ...otpStep(), type: 'otp_or_in_app', show })
    expect(content.as('form').show).toEqual(show)
  })

  it('reads a phone number', () => {
    const step = phoneStep()
    const content = contentOf(step)
    content.submit({ phone: '06 12' })
    expect(errorsOf(content.read())).toEqual({ phone: 'This number looks incomplete. Check it.' })
    content.submit({ phone: '+33 6 12 34 56 78' })
    expect(step.submit).toHaveBeenCalledExactlyOnceWith('+33612345678')
  })

  it('counts down until a code may be resent, and then offers it', () => {
    vi.useFakeTimers({ now: 1_000_000 })
    const send = vi.fn<() => void>()
    const content = contentOf(otpStep({ resend: { availableAt: 1_002_000, send } }))
    const resend = () => content.read().actions[0]
    expect(resend()).toMatchObject({ label: 'Resend in 0:02', isDisabled: true })
    act(() => vi.advanceTimersByTime(2_000))
    expect(resend()).toMatchObject({ label: 'Resend', isDisabled: false })
    vi.useRealTimers()
  })

  it('has the code and the instructions of a QR step', () => {
    const content = contentOf(qrStep())
    expect(content.as('qr')).toMatchObject({ qrcode: 'first', heading: 'Scan with WhatsApp' })
    expect(content.as('qr').instructions[0]).toBe('Open WhatsApp on your phone')
  })

  it('is another captcha after a refused token, and reports an adapter that fails', () => {
    const step = captchaStep()
    const content = contentOf(step)
    const container = document.createElement('div')
    const remove = content.as('captcha').mount(
      {
        name: 'vendor',
        mount(place, _challenge, { onToken }) {
          place.append('puzzle')
          onToken('token')
          return () => {}
        },
      },
      container,
    )
    expect(step.submit).toHaveBeenCalledExactlyOnceWith('token')
    remove()
    expect(container).toBeEmptyDOMElement()

    const before = content.read().key
    const error: StepError = { code: 'captcha_rejected' }
    content.show({ ...step, pending: 'submit' })
    expect(content.read().key).toBe(before)
    content.show({ ...step, error })
    expect(content.read().key).not.toBe(before)

    content.as('captcha').mount(
      {
        name: 'vendor',
        mount() {
          throw new Error('no script')
        },
      },
      container,
    )
    expect(content.report).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'captcha_failed' }),
    )
  })

  it('speaks the language of the locale', async () => {
    const content = contentOf(credentialsStep(), { locale: de })
    await waitFor(() => expect(content.read().isReady).toBe(true))
    expect(content.read()).toMatchObject({ attributes: { lang: 'de', dir: 'ltr' } })
    expect(content.read().heading).not.toBe('Sign in to LinkedIn')
  })
})
