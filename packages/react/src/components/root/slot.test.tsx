import { sampleAccount, scriptedTransport, type TransportScript } from '@connect-account/core/testing'
import { ConnectAccount, type ConnectErrorReport, type Slots } from '@connect-account/react'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
})

function show(slots: Slots, script: TransportScript = {}, providers?: readonly string[]) {
  const reports: ConnectErrorReport[] = []
  render(
    <ConnectAccount
      transport={scriptedTransport(script)}
      memory={null}
      {...(providers && { providers })}
      onError={(report) => reports.push(report)}
      slots={slots}
    />,
  )
  return reports
}

/** Shows the form of one provider. */
async function showForm(slots: Slots, script?: TransportScript) {
  const reports = show(slots, script, ['linkedin'])
  await screen.findByLabelText('Password')
  return reports
}

describe('slots', () => {
  it('show content of the host above and below the screen, and know the step', async () => {
    await showForm({ top: <b>Tidewater</b>, bottom: ({ step }) => <i>Step {step.type}</i> })
    const heading = screen.getByRole('heading')
    const isAfterHeading = (text: string) =>
      (heading.compareDocumentPosition(screen.getByText(text)) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    expect(isAfterHeading('Tidewater')).toBe(false)
    expect(isAfterHeading('Step credentials')).toBe(true)
  })

  it('add content to the picker and to one provider', async () => {
    show({
      picker: ({ step }) => <p>{step.providers.length} networks</p>,
      provider: ({ provider }) => provider.id === 'linkedin' && <b>Most used</b>,
    })
    expect(await screen.findByText('10 networks')).toBeVisible()
    const linkedin = screen.getByRole('button', { name: /LinkedIn/ })
    expect(within(linkedin).getByText('Most used')).toBeVisible()
    expect(screen.getAllByText('Most used')).toHaveLength(1)
  })

  it('add content to a form and to an end', async () => {
    const user = userEvent.setup()
    await showForm(
      {
        form: ({ step }) => <p>Only for {step.provider.name}</p>,
        end: ({ step }) => <a href="/inbox">Inbox after {step.type}</a>,
      },
      { start: () => ({ type: 'linked', account: sampleAccount }) },
    )
    expect(screen.getByText('Only for LinkedIn')).toBeVisible()
    await user.type(screen.getByLabelText('Email or phone'), 'anna@example.com')
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}')
    expect(await screen.findByRole('link', { name: 'Inbox after linked' })).toBeVisible()
  })

  it('replace the buttons, which work as the kit’s do', async () => {
    const user = userEvent.setup()
    const start = vi.fn<() => Promise<never>>(() => new Promise(() => {}))
    await showForm(
      {
        button: ({ variant, isPending, ...props }) => (
          <button {...props} data-kind={variant}>
            {isPending ? 'Wait…' : props.children}
          </button>
        ),
      },
      { start },
    )
    const submit = screen.getByRole('button', { name: 'Sign in' })
    expect(submit).toHaveAttribute('data-kind', 'primary')
    expect(document.querySelector('[data-ca="button"]')).toBeNull()
    await user.type(screen.getByLabelText('Email or phone'), 'anna@example.com')
    await user.type(screen.getByLabelText('Password'), 'secret')
    await user.click(submit)
    await waitFor(() => expect(submit).toHaveTextContent('Wait…'))
    await user.click(submit)
    expect(start).toHaveBeenCalledOnce()
  })

  it('that throw are left out and reported, and the kit’s button comes back', async () => {
    const reports = await showForm({
      top: () => {
        throw new Error('no logo')
      },
      button: () => {
        throw new Error('no button')
      },
    })
    expect(screen.getByRole('button', { name: 'Sign in' })).toHaveAttribute('data-ca', 'button')
    await waitFor(() =>
      expect(reports.map(({ message }) => message).sort()).toEqual([
        expect.stringContaining('slots.button'),
        expect.stringContaining('slots.top'),
      ]),
    )
  })

  it('with a name that does not exist are reported', async () => {
    const misspelled = { botom: 'Hello' }
    const reports = await showForm(misspelled as Slots)
    await waitFor(() =>
      expect(reports).toEqual([
        expect.objectContaining({
          code: 'invalid_option',
          message: expect.stringContaining('"slots.botom" does not exist'),
        }),
      ]),
    )
  })
})
