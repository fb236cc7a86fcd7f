import { sampleProvider } from '@connect-account/core/testing'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { fillSilently } from '../../../../test/fill-silently.ts'
import { renderStep } from '../../../../test/render-step.tsx'
import { credentialsStep } from '../../../../test/steps.ts'

const [method] = sampleProvider('whatsapp').methods
if (method?.kind !== 'qr') throw new Error('WhatsApp has no QR code.')

const scanStep = () =>
  credentialsStep({ provider: sampleProvider('whatsapp'), method: { ...method, userProxy: true } })
const next = () => screen.findByRole('button', { name: 'Continue' })

async function openForm() {
  const user = userEvent.setup()
  await user.click(await screen.findByText('Use your own proxy'))
  return user
}

describe("the user's own proxy", () => {
  it('is submitted by a method without fields', async () => {
    const step = scanStep()
    renderStep(step)
    const user = await openForm()
    await user.selectOptions(screen.getByLabelText('Type'), 'SOCKS5')
    await user.type(screen.getByLabelText('Server'), ' proxy.example.com ')
    await user.type(screen.getByLabelText('Port'), '1080')
    await user.type(screen.getByLabelText('Username'), 'anna')
    await user.type(screen.getByLabelText('Proxy password'), 'secret')
    await user.click(await next())
    const proxy = {
      protocol: 'socks5',
      host: 'proxy.example.com',
      port: 1080,
      username: 'anna',
      password: 'secret',
    }
    await waitFor(() => expect(step.submit).toHaveBeenCalledExactlyOnceWith({}, proxy))
  })

  it('is not submitted while it is closed or empty', async () => {
    const step = scanStep()
    renderStep(step)
    await screen.findByText('Use your own proxy')
    await userEvent.click(await next())
    await waitFor(() => expect(step.submit).toHaveBeenCalledExactlyOnceWith({}, undefined))
  })

  it.each([
    { host: '', port: '80', field: 'Server', says: 'Enter the server, like proxy.example.com.' },
    { host: 'h.test', port: '', field: 'Port', says: 'Enter a port between 1 and 65535.' },
    { host: 'h.test', port: '70000', field: 'Port', says: 'Enter a port between 1 and 65535.' },
  ])('is not submitted if it is incomplete: $field', async ({ host, port, field, says }) => {
    const step = scanStep()
    renderStep(step)
    const user = await openForm()
    if (host) await user.type(screen.getByLabelText('Server'), host)
    if (port) await user.type(screen.getByLabelText('Port'), port)
    await user.click(await next())
    await waitFor(() => expect(screen.getByLabelText(field)).toHaveAccessibleDescription(says))
    expect(screen.getByLabelText(field)).toHaveFocus()
    expect(step.submit).not.toHaveBeenCalled()
  })

  it('shows an error of the server at the field, and keeps the values', async () => {
    const step = scanStep()
    const { show } = renderStep(step)
    const user = await openForm()
    await user.type(screen.getByLabelText('Server'), '10.0.0.1')
    show({ ...step, pending: 'submit' })
    show({
      ...step,
      error: { code: 'invalid_request', fields: [{ name: 'proxy.host', code: 'not_public' }] },
    })
    expect(screen.getByLabelText('Server')).toHaveAccessibleDescription(/This server can’t be used/)
    expect(screen.getByLabelText('Server')).toHaveValue('10.0.0.1')
  })

  it('reads a port in the digits of any script, without invisible characters around it', async () => {
    const step = scanStep()
    renderStep(step)
    const user = await openForm()
    await user.type(screen.getByLabelText('Server'), '\u200bproxy.example.com\u00a0')
    await user.type(screen.getByLabelText('Port'), ' ١٠٨٠')
    await user.click(await next())
    const proxy = { protocol: 'http', host: 'proxy.example.com', port: 1080 }
    await waitFor(() => expect(step.submit).toHaveBeenCalledExactlyOnceWith({}, proxy))
  })

  it('counts what was filled in without an event, and keeps it', async () => {
    const step = scanStep()
    const { show } = renderStep(step)
    const user = await openForm()
    fillSilently(screen.getByLabelText('Server'), 'proxy.example.com')
    fillSilently(screen.getByLabelText('Port'), '1080')
    fillSilently(screen.getByLabelText('Proxy password'), ' secret ')
    show({ ...step })
    expect(screen.getByLabelText('Server')).toHaveValue('proxy.example.com')
    await user.click(await next())
    const proxy = { protocol: 'http', host: 'proxy.example.com', port: 1080, password: ' secret ' }
    await waitFor(() => expect(step.submit).toHaveBeenCalledExactlyOnceWith({}, proxy))
  })

  it('is hidden if the host does not allow it', async () => {
    renderStep(credentialsStep())
    await screen.findByLabelText('Password')
    expect(screen.queryByText('Use your own proxy')).not.toBeInTheDocument()
  })
})
