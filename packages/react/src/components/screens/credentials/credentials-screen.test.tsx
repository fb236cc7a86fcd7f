import type { MethodOf } from '@connect-account/core'
import { sampleProvider } from '@connect-account/core/testing'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { fillSilently } from '../../../../test/fill-silently.ts'
import { renderStep } from '../../../../test/render-step.tsx'
import { credentialsStep, formOf, imapStep } from '../../../../test/steps.ts'

const name = () => screen.findByLabelText('Email or phone')
const password = () => screen.findByLabelText('Password')

describe('the sign-in form', () => {
  it('submits the values by field name', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    renderStep(step)
    await user.type(await name(), 'anna@example.com')
    await user.type(await password(), 'secret{Enter}')
    await waitFor(() =>
      expect(step.submit).toHaveBeenCalledExactlyOnceWith(
        {
          username: 'anna@example.com',
          password: 'secret',
        },
        undefined,
      ),
    )
  })

  it('counts what a password manager filled in without an event', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    renderStep(step)
    await user.type(await name(), 'old')
    fillSilently(await name(), 'anna@example.com')
    fillSilently(await password(), ' secret ')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() =>
      expect(step.submit).toHaveBeenCalledExactlyOnceWith(
        { username: 'anna@example.com', password: ' secret ' },
        undefined,
      ),
    )
  })

  it('fills in the host’s login hint, which the user can change', async () => {
    const user = userEvent.setup()
    const step = credentialsStep({ known: { username: 'anna@example.com' } })
    renderStep(step)
    expect(await name()).toHaveValue('anna@example.com')
    expect(await password()).toHaveValue('')
    await user.type(await name(), '.org')
    await user.type(await password(), 'secret{Enter}')
    await waitFor(() =>
      expect(step.submit).toHaveBeenCalledExactlyOnceWith(
        { username: 'anna@example.com.org', password: 'secret' },
        undefined,
      ),
    )
  })

  it('shows an error at each empty field, and focuses the first one', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    renderStep(step)
    await user.click(await screen.findByRole('button', { name: 'Sign in' }))
    await waitFor(async () => expect(await name()).toHaveFocus())
    expect(await name()).toHaveAccessibleDescription('Enter your email or phone.')
    expect(await password()).toHaveAccessibleDescription('Enter your password.')
    expect(step.submit).not.toHaveBeenCalled()
  })

  it('keeps the user name and clears the password when they are refused', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    const { show } = renderStep(step)
    await user.type(await name(), 'anna@example.com')
    await user.type(await password(), 'wrong{Enter}')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'invalid_credentials' } })

    expect(screen.getByRole('alert')).toHaveTextContent(/isn’t right/)
    expect(await name()).toHaveValue('anna@example.com')
    expect(await password()).toHaveValue('')
    expect(await password()).toHaveFocus()
    expect(await password()).toBeInvalid()
    expect(await password()).toHaveAccessibleDescription(/isn’t right/)
    await user.type(await password(), 'r')
    await waitFor(async () => expect(await password()).toBeValid())
  })

  it('keeps all values when the server fails', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    const { show } = renderStep(step)
    await user.type(await name(), 'anna@example.com')
    await user.type(await password(), 'secret{Enter}')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'provider_rate_limited', retryAfter: 90 } })

    expect(screen.getByRole('alert')).toHaveTextContent('Too many attempts. Try again in 2 minutes.')
    expect(await password()).toHaveValue('secret')
  })

  it('counts down the time to wait, and says when it is over', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.now() })
    const step = credentialsStep()
    const { show } = renderStep(step)
    await name()
    show({ ...step, error: { code: 'rate_limited', retryAfter: 2 } })
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent('Too many attempts. Try again in 2 seconds.')
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    expect(alert).toHaveTextContent('Try again in 1 second.')
    await act(() => vi.advanceTimersByTimeAsync(1_100))
    expect(alert).toHaveTextContent('You can try again now.')
    vi.useRealTimers()
  })

  it.each([
    ['required', 'Enter your email or phone.'],
    ['not_an_option', 'Choose one of the options.'],
    ['nested_too_deep', 'This wasn’t accepted. Check it and try again.'],
    ['newer_than_this_version', 'This wasn’t accepted. Check it and try again.'],
    ['toString', 'This wasn’t accepted. Check it and try again.'],
  ])('explains the server’s error code %s', async (code, words) => {
    const step = credentialsStep()
    const { show } = renderStep(step)
    await name()
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'invalid_request', fields: [{ name: 'username', code }] } })
    await waitFor(async () => expect(await name()).toHaveAccessibleDescription(words))
  })

  it('shows an error of the server at its field', async () => {
    const step = credentialsStep()
    const { show } = renderStep(step)
    await name()
    show({ ...step, pending: 'submit' })
    show({
      ...step,
      error: { code: 'invalid_request', fields: [{ name: 'username', code: 'too_long' }] },
    })
    expect(await name()).toHaveFocus()
    await waitFor(async () =>
      expect(await name()).toHaveAccessibleDescription('This is too long. Check it and try again.'),
    )
  })

  it('shows and hides the password', async () => {
    const user = userEvent.setup()
    renderStep(credentialsStep())
    await user.click(await screen.findByRole('button', { name: 'Show password' }))
    expect(await password()).toHaveAttribute('type', 'text')
    await user.click(screen.getByRole('button', { name: 'Show password', pressed: true }))
    expect(await password()).toHaveAttribute('type', 'password')
  })

  it('keeps the values when the method changes, and submits those of the current method', async () => {
    const user = userEvent.setup()
    const step = imapStep('password')
    const { show } = renderStep(step)
    await user.type(await screen.findByLabelText('Email'), 'anna@example.com')
    await user.type(await password(), 'secret')
    await user.click(screen.getByRole('radio', { name: 'Server settings' }))
    expect(step.chooseMethod).toHaveBeenCalledExactlyOnceWith('manual')
    const manual = imapStep('manual')
    show(manual)
    expect(await screen.findByLabelText('Email')).toHaveValue('anna@example.com')
    expect(await password()).toHaveValue('secret')
    const outgoing = screen.getByRole('group', { name: /outgoing/i })
    await user.type(within(outgoing).getByLabelText('Server'), 'smtp.example.com')

    const back = imapStep('password')
    show(back)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() =>
      expect(back.submit).toHaveBeenCalledExactlyOnceWith(
        { user: 'anna@example.com', password: 'secret' },
        undefined,
      ),
    )
  })

  it('offers up to three methods side by side, and keeps the focus on the chosen one', async () => {
    const user = userEvent.setup()
    const step = imapStep('password')
    const { show } = renderStep(step)
    const methods = within(await screen.findByRole('group', { name: 'Sign in with' }))
    expect(methods.getByRole('radio', { name: 'Email and password' })).toBeChecked()
    await user.click(methods.getByRole('radio', { name: 'Email and password' }))
    await user.keyboard('{ArrowRight}')
    expect(step.chooseMethod).toHaveBeenCalledExactlyOnceWith('manual')
    show(imapStep('manual'))
    expect(await screen.findByLabelText('Port', { selector: '[name="imap_port"]' })).toBeVisible()
    expect(screen.getByRole('radio', { name: 'Server settings' })).toBeChecked()
    expect(screen.getByRole('radio', { name: 'Server settings' })).toHaveFocus()
  })

  it('offers more methods in a list', async () => {
    const user = userEvent.setup()
    const { provider, method, ...step } = imapStep('password')
    const more = ['second', 'third', 'fourth'].map((id) => ({ ...method, id, label: `The ${id}` }))
    renderStep({ ...step, method, provider: { ...provider, methods: [method, ...more] } })
    const list = await screen.findByLabelText('Sign in with')
    expect(list).toHaveDisplayValue('Email and password')
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
    await user.selectOptions(list, 'The third')
    expect(step.chooseMethod).toHaveBeenCalledExactlyOnceWith('third')
  })

  it('offers no choice of a single method', async () => {
    const step = credentialsStep()
    renderStep({ ...step, provider: { ...step.provider, methods: [step.method] } })
    await password()
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  })

  it('groups the mail settings, with number pads for ports and selects for encryption', async () => {
    const user = userEvent.setup()
    const step = imapStep('manual')
    renderStep(step)
    const incoming = within(await screen.findByRole('group', { name: 'Incoming mail (IMAP)' }))
    expect(incoming.getByLabelText('Port')).toHaveAttribute('inputmode', 'numeric')
    const outgoing = within(screen.getByRole('group', { name: 'Outgoing mail (SMTP)' }))
    await user.type(screen.getByLabelText('Email'), 'a@b.test')
    await user.type(await password(), 'secret')
    await user.type(incoming.getByLabelText('Server'), 'imap.b.test')
    await user.type(incoming.getByLabelText('Port'), '993')
    await user.type(outgoing.getByLabelText('Server'), 'smtp.b.test')
    await user.type(outgoing.getByLabelText('Port'), '587')
    await user.selectOptions(outgoing.getByLabelText('Encryption'), 'STARTTLS')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() =>
      expect(step.submit).toHaveBeenCalledExactlyOnceWith(
        {
          user: 'a@b.test',
          password: 'secret',
          imap_host: 'imap.b.test',
          imap_port: '993',
          imap_encryption: 'tls',
          smtp_host: 'smtp.b.test',
          smtp_port: '587',
          smtp_encryption: 'starttls',
        },
        undefined,
      ),
    )
  })

  it('fills in what the server found, keeps typed values, and focuses the first empty field', async () => {
    const user = userEvent.setup()
    const step = imapStep('manual')
    const { show } = renderStep(step)
    await user.type(await screen.findByLabelText('Email'), 'anna@example.com')
    show({ ...step, pending: 'submit' })
    show({
      ...step,
      error: {
        code: 'mail_settings_needed',
        prefill: { user: 'other@example.com', imap_host: 'imap.example.com', imap_encryption: 'starttls' },
      },
    })
    const incoming = within(screen.getByRole('group', { name: 'Incoming mail (IMAP)' }))
    expect(screen.getByLabelText('Email')).toHaveValue('anna@example.com')
    expect(incoming.getByLabelText('Server')).toHaveValue('imap.example.com')
    expect(incoming.getByLabelText('Encryption')).toHaveValue('starttls')
    expect(await password()).toHaveFocus()
  })

  it.each([
    ['imap_port', 'not_a_number', {}, 'Enter the incoming mail port as a whole number.'],
    ['smtp_port', 'port_out_of_range', {}, 'Enter the outgoing mail port as a number from 1 to 65535.'],
    ['smtp_host', 'server_not_found', {}, 'We can’t find the outgoing mail server. Check its name.'],
    [
      'password',
      'password_refused',
      { side: 'smtp' },
      'The outgoing mail server refused this email and password. Check both.',
    ],
    ['user', 'not_an_email', {}, 'Enter your full email address, like name@example.com.'],
  ])('says at %s what is wrong: %s', async (field, code, params, words) => {
    const step = imapStep('manual')
    const { show, container } = renderStep(step)
    await password()
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'invalid_credentials', fields: [{ name: field, code, params }] } })
    const control = container.querySelector(`[name="${field}"]`)
    await waitFor(() => expect(control).toHaveAccessibleDescription(words))
    expect(control).toHaveFocus()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says several errors at their fields, and focuses the first', async () => {
    const step = imapStep('manual')
    const { show, container } = renderStep(step)
    await password()
    show({ ...step, pending: 'submit' })
    const fields = [
      { name: 'smtp_host', code: 'server_not_found' },
      { name: 'imap_port', code: 'port_out_of_range' },
    ]
    show({ ...step, error: { code: 'mail_settings_invalid', fields } })
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        '2 fields need your attention. Enter the incoming mail port as a number from 1 to 65535.',
      ),
    )
    expect(container.querySelector('[name="imap_port"]')).toHaveFocus()
    expect(container.querySelectorAll('[aria-invalid]')).toHaveLength(2)
  })

  it('names an empty field of a group', async () => {
    const { container } = renderStep(imapStep('manual'))
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    await waitFor(() =>
      expect(container.querySelector('[name="smtp_host"]')).toHaveAccessibleDescription(
        'Enter your outgoing mail server.',
      ),
    )
  })

  it('shows a host’s own words of fields and methods', async () => {
    const method: MethodOf<'form'> = {
      id: 'token',
      kind: 'form',
      label: 'API token',
      fields: [
        {
          name: 'password',
          label: 'API token',
          type: 'password',
          autocomplete: 'off',
          required: true,
          help: 'From your settings.',
        },
        { name: 'zone', type: 'text', autocomplete: 'off', required: true },
      ],
    }
    const provider = { ...sampleProvider('linkedin'), id: 'own', name: 'Own', methods: [method] }
    renderStep(credentialsStep({ provider, method }), {
      messages: { forms: { fields: { 'own.zone': { label: 'Zone' } } } },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    expect(await screen.findByLabelText('API token')).toHaveAccessibleDescription(
      'Enter your API token. From your settings.',
    )
    expect(screen.getByLabelText('Zone')).toHaveAccessibleDescription('Enter your zone.')
  })

  it('links to the page that creates app passwords, and asks for one', async () => {
    const user = userEvent.setup()
    const step = imapStep('password')
    const { show } = renderStep(step)
    await user.type(await password(), 'secret')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'app_password_needed', helpUrl: 'https://example.com/app-passwords' } })
    const link = within(screen.getByRole('alert')).getByRole('link')
    expect(link).toHaveAttribute('href', 'https://example.com/app-passwords')
    expect(link).toHaveAttribute('target', '_blank')
    expect(await password()).toHaveValue('')
  })
})

describe('the field for cookies', () => {
  const cookies = () => screen.findByLabelText('Cookies')
  const method = formOf(sampleProvider('linkedin'), 'cookies')
  const help =
    'Paste the li_at cookie of linkedin.com, and li_a for Recruiter or Sales Navigator, or a whole cookie export.'

  it('submits the cookies it found and the user agent, not the pasted text', async () => {
    const user = userEvent.setup()
    const step = credentialsStep({ method })
    renderStep(step)
    await user.click(await cookies())
    await user.paste('lang=en; li_at=AQEDsecret')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() =>
      expect(step.submit).toHaveBeenCalledExactlyOnceWith(
        {
          access_token: 'AQEDsecret',
          user_agent: navigator.userAgent,
        },
        undefined,
      ),
    )
  })

  it.each([
    ['lang=AQEDsecret', 'The li_at cookie of linkedin.com isn’t among these. Paste it too.'],
    [
      '[{"name":"li_at","value":"AQED',
      'We can’t read this. Paste the whole value of the li_at cookie of linkedin.com, or a whole cookie export.',
    ],
    [
      '[{"name":"li_at","value":"AQEDsecret","domain":".example.com"}]',
      'These cookies are from example.com. Paste the ones from linkedin.com.',
    ],
  ])('says at the field what is wrong with %j', async (pasted, words) => {
    const user = userEvent.setup()
    const step = credentialsStep({ method })
    renderStep(step)
    await user.click(await cookies())
    await user.paste(pasted)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(async () => expect(await cookies()).toHaveAccessibleDescription(`${words} ${help}`))
    expect(await cookies()).toHaveFocus()
    expect(step.submit).not.toHaveBeenCalled()
  })

  it('says that the provider refused the cookie, at the field and nowhere else', async () => {
    const step = credentialsStep({ method })
    const { show } = renderStep(step)
    await cookies()
    show({ ...step, pending: 'submit' })
    show({
      ...step,
      error: { code: 'invalid_credentials', fields: [{ name: 'cookies', code: 'cookie_refused' }] },
    })
    const words = 'This has expired or isn’t right. Paste a new one from a browser where you’re signed in.'
    await waitFor(async () => expect(await cookies()).toHaveAccessibleDescription(`${words} ${help}`))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('status')).toHaveTextContent(words)
  })

  it('asks for the cookies, if there are none', async () => {
    renderStep(credentialsStep({ method }))
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    expect(await cookies()).toHaveAccessibleDescription(`Paste your cookies here. ${help}`)
  })

  it('shows an error of the server about a pasted cookie', async () => {
    const step = credentialsStep({ method })
    const { show } = renderStep(step)
    await cookies()
    show({ ...step, pending: 'submit' })
    show({
      ...step,
      error: {
        code: 'invalid_request',
        fields: [{ name: 'access_token', code: 'cookie_missing', params: { cookie: 'li_at' } }],
      },
    })
    await waitFor(async () =>
      expect(await cookies()).toHaveAccessibleDescription(
        `The li_at cookie is missing. Paste it too. ${help}`,
      ),
    )
  })
})
