import { ConnectError, type ConnectTransport } from '@connect-account/core'
import { sampleAccount, sampleIntent, sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeHost, problem } from '../../../test/fake-host.ts'
import { AccountList } from '../../components/accounts/account-list.tsx'
import { ReconnectButton } from '../../components/accounts/reconnect-button.tsx'
import { ConnectAccount, type ConnectAccountProps } from '../../components/flow/connect-account.tsx'
import type { ConnectErrorReport } from './on-error.ts'

const intent = sampleIntent({ type: 'otp', id: 'code', format: 'digits', length: 6 })

beforeEach(() => {
  sessionStorage.clear()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** What the kit logs to the console. */
const lines = () =>
  vi
    .mocked(console.error)
    .mock.calls.map(([text]) => String(text))
    .filter((text) => text.startsWith('Connect Account'))

const plain = (options: object) => options as { session: string }

/** Options as plain JavaScript may pass them. */
function flow(options: object) {
  const reports: ConnectErrorReport[] = []
  const onError = (report: ConnectErrorReport) => reports.push(report)
  const tree = (changes: object = {}) => {
    const props = { onError, ...options, ...changes } as unknown as ConnectAccountProps
    return (
      <StrictMode>
        <ConnectAccount {...props} />
      </StrictMode>
    )
  }
  const { rerender } = render(tree())
  return { reports, rerender: (changes: object) => rerender(tree(changes)) }
}

describe('a backend that cannot be reached is reported once, and the user may try again', () => {
  const html = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
  it.each<[name: string, options: object, code: string, response?: () => Response]>([
    ['no session and no transport', {}, 'session_missing'],
    ['no session, although the option is set', { session: null }, 'session_missing'],
    [
      'a session that rejects',
      { session: () => Promise.reject(new Error('502 from my api')) },
      'session_unavailable',
    ],
    ['a session that resolves to no token', { session: async () => undefined }, 'session_unavailable'],
    ['a session that resolves to null', { session: async () => null }, 'session_expired'],
    [
      'a session that throws',
      {
        session: () => {
          throw new Error('not yet')
        },
      },
      'session_unavailable',
    ],
    ['a page instead of the backend', { session: 'token' }, 'unexpected_answer', html],
    ['nothing there', { session: 'token' }, 'unexpected_answer', () => new Response('', { status: 404 })],
    [
      'a backend that is down',
      { session: 'token' },
      'server_unavailable',
      () => new Response('', { status: 502 }),
    ],
    ['another secret', { session: 'token' }, 'session_invalid', () => problem('session_invalid', 401)],
    ['a baseUrl that is not a string', { session: 'token', baseUrl: 7 }, 'invalid_option'],
  ])('%s', async (_, options, code, response) => {
    fakeHost(response && { instead: { 'GET /connect/providers': response } })
    const { reports, rerender } = flow(options)
    await waitFor(() => expect(reports.map((report) => report.code)).toContain(code))
    rerender({})
    const [report] = reports.filter((each) => each.code === code)
    expect(report?.message).toMatch(/^\S.+\.$/)
    expect(report?.remedy).toMatch(/^\S.+\.$/)
    expect(lines().filter((line) => line.startsWith(`Connect Account: ${code}: `))).toHaveLength(1)
    if (code !== 'invalid_option') {
      expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
      expect(screen.getByRole('button', { name: 'Cancel' })).toBeVisible()
      expect(reports.filter((each) => each.code === code)).toHaveLength(1)
    }
  })

  it('passes on what the session rejected with', async () => {
    const reason = new Error('502 from my api')
    const { reports } = flow({ session: () => Promise.reject(reason) })
    await waitFor(() => expect(reports).toHaveLength(1))
    expect(reports[0]?.cause).toBe(reason)
    expect(console.error).toHaveBeenCalledWith(expect.stringContaining('session_unavailable'), reason)
  })

  it('each new failure is reported', async () => {
    const user = userEvent.setup()
    const { reports } = flow({})
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(reports).toHaveLength(2))
  })
})

describe('options', () => {
  it.each<[name: string, value: unknown]>([
    ['providers', 'linkedin'],
    ['appearance', 'blue'],
    ['consent', 'window'],
    ['memory', 'local'],
    ['onEnd', 'save'],
    ['captcha', 'altcha'],
    ['messages', 'German'],
    ['messages', { picker: { heading: 7 } }],
    ['messages', { picker: 'Wählen' }],
    ['messages', { actions: null }],
    ['accountId', 12],
    ['intentId', {}],
    ['userKey', 7],
    ['continueOnPhone', 'yes'],
    ['nonce', 1],
  ])('%s: %j is reported once and ignored', async (name, value) => {
    const { reports, rerender } = flow({ transport: scriptedTransport(), [name]: value })
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Connect an account' })).toBeVisible()
    rerender({})
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['invalid_option']))
    expect(reports[0]?.message).toContain(`"${name}`)
    expect(lines()).toHaveLength(1)
  })

  it('a text instead of a function that returns one is shown unchanged', async () => {
    const { reports } = flow({
      transport: scriptedTransport({ providers: [sampleProvider('linkedin')] }),
      messages: { credentials: { heading: 'Anmelden' } },
    })
    expect(await screen.findByRole('heading', { name: 'Anmelden' })).toBeVisible()
    expect(reports).toEqual([])
  })

  it('an unknown provider is named, with the known ones', async () => {
    const { reports } = flow({ transport: scriptedTransport(), providers: ['linkdin', 'whatsapp', 'google'] })
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['unknown_provider']))
    expect(reports[0]?.message).toMatch(/"linkdin".+linkedin/)
  })

  it('a provider that the session does not allow is not reported while another one is left', async () => {
    const transport = scriptedTransport({ providers: ['linkedin', 'google'].map(sampleProvider) })
    const { reports, rerender } = flow({ transport, providers: ['linkedin', 'google', 'whatsapp'] })
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
    rerender({ providers: ['whatsapp'] })
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['provider_not_allowed']))
  })

  it.each(['transport', 'memory'])('a changed %s is reported once', async (name) => {
    const memory = { read: () => undefined, write: () => {}, clear: () => {} }
    const { reports, rerender } = flow({ transport: scriptedTransport(), memory })
    await screen.findByRole('button', { name: 'LinkedIn' })
    for (const _ of [1, 2]) rerender({ [name]: name === 'memory' ? { ...memory } : scriptedTransport() })
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['option_changed']))
    expect(reports[0]?.remedy).toContain('"key"')
  })
})

describe("the host's own functions", () => {
  const fault = new Error('a bug in the host')
  const throws = () => {
    throw fault
  }

  it('a callback that throws stops neither the flow nor the next callback', async () => {
    const onLinked = vi.fn()
    const transport = scriptedTransport({ intent })
    const { reports } = flow({ transport, memory: null, intentId: intent.id, onEnd: throws, onLinked })
    await screen.findByLabelText('Code')
    transport.push({ type: 'linked', account: sampleAccount })
    expect(await screen.findByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
    await waitFor(() =>
      expect(reports.map(({ code, cause }) => [code, cause])).toEqual([['callback_failed', fault]]),
    )
    expect(onLinked).toHaveBeenCalledOnce()
  })

  it('neither does one that rejects', async () => {
    const transport = scriptedTransport({ intent })
    const { reports } = flow({
      transport,
      memory: null,
      intentId: intent.id,
      onLinked: () => Promise.reject(fault),
    })
    await screen.findByLabelText('Code')
    transport.push({ type: 'linked', account: sampleAccount })
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['callback_failed']))
  })

  it('an onError that throws is reported in the console only', async () => {
    flow({ onError: throws })
    await waitFor(() =>
      expect(console.error).toHaveBeenCalledWith(expect.stringContaining('"onError"'), fault),
    )
  })

  it('a memory that throws is not used', async () => {
    const memory = { read: throws, write: throws, clear: throws }
    const { reports } = flow({ transport: scriptedTransport(), memory })
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
    await waitFor(() => expect(reports[0]).toMatchObject({ code: 'callback_failed', cause: fault }))
  })

  it('a transport that returns an invalid value ends the machine, not the flow', async () => {
    const user = userEvent.setup()
    let isBroken = true
    const own = scriptedTransport({ intent })
    const getIntent: ConnectTransport['getIntent'] = async (...args) =>
      isBroken ? (undefined as unknown as typeof intent) : own.getIntent(...args)
    const transport = { ...own, getIntent }
    const { reports } = flow({ transport, intentId: intent.id })
    const retry = await screen.findByRole('button', { name: 'Try again' })
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['internal_error']))
    isBroken = false
    await user.click(retry)
    expect(await screen.findByLabelText('Code')).toBeVisible()
  })

  it('the user can leave after the machine has ended', async () => {
    const user = userEvent.setup()
    const onEnd = vi.fn()
    const getIntent = async () => undefined as unknown as typeof intent
    const transport = { ...scriptedTransport({ intent }), getIntent }
    const { reports } = flow({ transport, intentId: intent.id, onEnd })
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['internal_error']))
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    await waitFor(() =>
      expect(onEnd).toHaveBeenCalledExactlyOnceWith(
        { type: 'canceled' },
        { reason: 'user', intentId: intent.id },
      ),
    )
    expect(transport.calls).toContain('cancel')
  })
})

it('what the user causes is not reported', async () => {
  const user = userEvent.setup()
  const transport = scriptedTransport({ intent, solve: () => new ConnectError('invalid_code') })
  const { reports } = flow({ transport, intentId: intent.id })
  await user.type(await screen.findByLabelText('Code'), '123456')
  expect(await screen.findByRole('alert')).toHaveTextContent('isn’t right')
  expect(reports).toEqual([])
  expect(lines()).toEqual([])
})

describe('the accounts', () => {
  it('report a missing session once', async () => {
    const onError = vi.fn()
    render(
      <StrictMode>
        <AccountList session={() => Promise.reject(new Error('401'))} onError={onError} />
      </StrictMode>,
    )
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
    await waitFor(() => expect(onError).toHaveBeenCalledOnce())
    expect(lines()).toHaveLength(1)
  })

  it('report a baseUrl where something else is mounted, and what it returned', async () => {
    const html = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
    fakeHost({ instead: { 'GET /wrong/accounts/events': html } })
    const onError = vi.fn()
    render(<AccountList session="token" baseUrl="/wrong" onError={onError} />)
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
    await waitFor(() => expect(onError).toHaveBeenCalledOnce())
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({
        code: 'unexpected_answer',
        message: expect.stringContaining('/accounts/events returned status 200 with text/html'),
      }),
    )
  })

  it('report an option that is not valid', async () => {
    fakeHost()
    const onError = vi.fn()
    render(<AccountList {...plain({ session: 'token', appearance: 'blue', onError })} />)
    await waitFor(() => expect(onError).toHaveBeenCalledOnce())
  })

  it('the button reports one too', async () => {
    const onError = vi.fn()
    render(
      <ReconnectButton
        account={sampleAccount}
        {...plain({ session: 'token', appearance: 'blue', onError })}
      />,
    )
    await waitFor(() => expect(onError).toHaveBeenCalledOnce())
  })
})
