import { ConnectError, type ConnectTransport } from '@connect-account/core'
import {
  sampleAccount,
  sampleIntent,
  scriptedTransport,
  type TransportScript,
} from '@connect-account/core/testing'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserSandbox } from '../../../examples/browser-sandbox.ts'
import {
  ConnectAccount,
  ConnectAccountDialog,
  type ConnectAccountProps,
  type ConnectErrorReport,
  type ConnectEvent,
  connectEvents,
  type OnEvent,
  useReconnect,
} from '../../index.ts'
import { connectVerbs, exitReasons } from './connect-event.ts'

const code = { type: 'otp', id: 'code', format: 'digits', length: 6 } as const
const linked = { type: 'linked', account: sampleAccount } as const

function recorder() {
  const events: ConnectEvent[] = []
  return { events, onEvent: (event: ConnectEvent) => void events.push(event) }
}

/** What happened, without ids and times. */
const story = (events: readonly ConnectEvent[]) =>
  events.map(({ flowId, elapsedMs, provider, method, ...event }) => {
    const { stepMs, ...told } = { stepMs: 0, ...event }
    return Object.values(told).join(' ')
  })

type Options = Partial<Pick<ConnectAccountProps, 'onError' | 'onEvent' | 'accountId' | 'providers'>>

function showFlow(script: TransportScript, options: Options) {
  return render(<ConnectAccount transport={scriptedTransport(script)} memory={null} {...options} />)
}

async function signIn() {
  await userEvent.click(await screen.findByRole('button', { name: 'LinkedIn' }))
  await userEvent.type(await screen.findByLabelText('Email or phone'), 'anna@example.com')
  await userEvent.type(screen.getByLabelText('Password'), 'secret{Enter}')
}

function Reconnect(props: { onEvent: OnEvent; transport: ConnectTransport }) {
  const { reconnect, close, step } = useReconnect({
    accountId: 'a1',
    provider: 'linkedin',
    memory: null,
    ...props,
  })
  return (
    <button type="button" onClick={step ? close : reconnect}>
      {step?.type ?? 'idle'}
    </button>
  )
}

const exit = (events: readonly ConnectEvent[]) => events.filter(({ type }) => type === 'exit')

afterEach(() => {
  vi.restoreAllMocks()
})

describe('onEvent', () => {
  it('tells a flow from its opening to its exit, once and in order, also in StrictMode', async () => {
    const { events, onEvent } = recorder()
    const transport = scriptedTransport({
      start: () => code,
      solve: (answer) => (answer === '123456' ? linked : { ...code, error: { code: 'invalid_code' } }),
    })
    const { unmount } = render(
      <StrictMode>
        <ConnectAccount transport={transport} memory={null} onEvent={onEvent} onClose={() => {}} />
      </StrictMode>,
    )
    await signIn()
    await userEvent.type(await screen.findByLabelText('Code'), '000000')
    await screen.findByRole('alert')
    await userEvent.clear(screen.getByLabelText('Code'))
    await userEvent.type(screen.getByLabelText('Code'), '123456')
    await userEvent.click(await screen.findByRole('button', { name: 'Done' }))
    unmount()
    await waitFor(() => expect(exit(events)).toHaveLength(1))
    expect(story(events)).toEqual([
      'opened false false',
      'step_shown preparing',
      'step_shown choosing_provider',
      'verb choose choosing_provider',
      'provider_chosen user',
      'method_chosen default',
      'step_shown credentials',
      'verb submit credentials',
      'step_shown otp',
      'verb submit otp',
      'error invalid_code otp',
      'verb submit otp',
      'step_shown linked',
      'outcome linked answer',
      'exit finished linked',
    ])
    expect(new Set(events.map(({ flowId }) => flowId)).size).toBe(1)
    const times = events.map(({ elapsedMs }) => elapsedMs)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(events.at(-1)).toMatchObject({ provider: 'linkedin', method: 'credentials' })
  })

  it('reports what a callback throws to onError, and the flow continues', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const reports: ConnectErrorReport[] = []
    const broken = new Error('broken')
    showFlow(
      { start: () => linked },
      {
        onError: (report) => void reports.push(report),
        onEvent() {
          throw broken
        },
      },
    )
    await signIn()
    expect(await screen.findByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
    await waitFor(() => expect(reports).not.toEqual([]))
    for (const { code, cause, message } of reports) {
      expect([code, cause]).toEqual(['callback_failed', broken])
      expect(message).toContain('"onEvent"')
    }
  })

  it('names errors by a code of the list, and nothing that a server adds', async () => {
    const { events, onEvent } = recorder()
    const newer = { type: 'failed', error: { code: 'anna@example.com', detail: 'Anna' }, retryable: true }
    const start = vi
      .fn<NonNullable<TransportScript['start']>>()
      .mockReturnValueOnce(new ConnectError('invalid_credentials', { detail: 'anna@example.com' }))
      .mockReturnValueOnce({ ...newer, type: 'failed' })
    showFlow({ start }, { onEvent })
    await signIn()
    await screen.findByRole('alert')
    await userEvent.type(screen.getByLabelText('Password'), 'other{Enter}')
    await screen.findByRole('button', { name: 'Try again' })
    await waitFor(() => expect(story(events)).toContain('outcome failed answer internal_error'))
    expect(story(events)).toContain('error invalid_credentials credentials')
    expect(JSON.stringify(events)).not.toContain('nna')
  })

  it('says that a provider was not the user’s choice', async () => {
    const { events, onEvent } = recorder()
    showFlow({}, { onEvent, providers: ['linkedin'] })
    await screen.findByLabelText('Password')
    await waitFor(() => expect(story(events)).toContain('step_shown credentials'))
    expect(story(events)).toEqual([
      'opened false false',
      'step_shown preparing',
      'provider_chosen default',
      'method_chosen default',
      'step_shown credentials',
    ])
  })

  it('says that an intent was resumed', async () => {
    const { events, onEvent } = recorder()
    const intent = sampleIntent(code)
    render(
      <ConnectAccount
        transport={scriptedTransport({ intent })}
        memory={null}
        intentId={intent.id}
        accountId="a1"
        onEvent={onEvent}
      />,
    )
    await screen.findByLabelText('Code')
    await waitFor(() => expect(story(events)).toContain('step_shown otp'))
    expect(story(events)).toEqual([
      'opened true true',
      'step_shown preparing',
      'provider_chosen resumed',
      'method_chosen resumed',
      'step_shown otp',
    ])
  })

  it('tells when the consent page is opened and the page is left, and a return to it', async () => {
    const { events, onEvent } = recorder()
    const transport = scriptedTransport({
      start: () => ({ type: 'consent', id: 'consent', url: '#consent' }),
    })
    render(<ConnectAccount transport={transport} memory={null} providers={['google']} onEvent={onEvent} />)
    await userEvent.click(await screen.findByRole('button', { name: /Continue/ }))
    await waitFor(() => expect(story(events)).toContain('verb open consent'))
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    await waitFor(() => expect(story(events).at(-1)).toBe('exit page_left consent'))
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await waitFor(() => expect(story(events).slice(-2)).toContain('step_shown consent'))
    expect(story(events)).toContain('opened false true')
  })

  it('calls nothing before a reconnect is wanted, and says that it was closed', async () => {
    const { events, onEvent } = recorder()
    render(<Reconnect onEvent={onEvent} transport={scriptedTransport()} />)
    await userEvent.click(screen.getByRole('button', { name: 'idle' }))
    await userEvent.click(await screen.findByRole('button', { name: 'credentials' }))
    await waitFor(() => expect(exit(events)).toHaveLength(1))
    expect(story(events).at(0)).toBe('opened true false')
    expect(story(events).at(-1)).toBe('exit closed credentials')
  })

  it('tells why the dialog was left, and continues the choice when it opens again', async () => {
    const { events, onEvent } = recorder()
    const transport = scriptedTransport({ start: () => linked })
    const dialog = (open: boolean) => (
      <ConnectAccountDialog
        open={open}
        onOpenChange={(_, { reason }) => reasons.push(reason)}
        transport={transport}
        memory={null}
        onEvent={onEvent}
      />
    )
    const reasons: string[] = []
    const { rerender } = render(dialog(true))
    await userEvent.click(await screen.findByRole('button', { name: 'LinkedIn' }))
    await screen.findByLabelText('Password')
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    rerender(dialog(false))
    await waitFor(() => expect(exit(events)).toHaveLength(1))
    expect(story(events).at(-1)).toBe('exit close_button credentials')
    events.length = 0

    rerender(dialog(true))
    await screen.findByLabelText('Password')
    await waitFor(() => expect(story(events)).toContain('step_shown credentials'))
    expect(story(events)).toContain('provider_chosen resumed')
    expect(story(events)).not.toContain('verb choose choosing_provider')
    await userEvent.keyboard('{Escape}')
    rerender(dialog(false))
    await waitFor(() => expect(story(events).at(-1)).toBe('exit escape credentials'))

    rerender(dialog(true))
    await screen.findByLabelText('Password')
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    rerender(dialog(false))
    await waitFor(() => expect(story(events).at(-1)).toBe('exit canceled canceled'))
    expect(reasons).toEqual(['close_button', 'escape', 'canceled'])
  })

  it('forgets a close that the host did not follow', async () => {
    const { events, onEvent } = recorder()
    const { unmount } = render(
      <ConnectAccountDialog
        open
        onOpenChange={() => {}}
        transport={scriptedTransport()}
        memory={null}
        onEvent={onEvent}
      />,
    )
    await screen.findByRole('button', { name: 'LinkedIn' })
    await userEvent.keyboard('{Escape}')
    await userEvent.click(screen.getByRole('button', { name: 'LinkedIn' }))
    await screen.findByLabelText('Password')
    unmount()
    await waitFor(() => expect(story(events).at(-1)).toBe('exit removed credentials'))
  })
})

/** What each persona types, and the verbs that it uses on the way. */
const personas: readonly (readonly [name: string, typed: readonly string[], walk: () => Promise<void>])[] = [
  [
    'a code, after a wrong password and a wrong code',
    ['otp+anna.persona@sandbox.test', 'wrong', 'hunter2-persona', '135790', '424242'],
    async () => {
      await userEvent.click(await screen.findByRole('button', { name: 'LinkedIn' }))
      await type('Email or phone', 'otp+anna.persona@sandbox.test')
      await type('Password', 'wrong{Enter}')
      await screen.findByRole('alert')
      await type('Password', 'hunter2-persona{Enter}')
      await type('Code', '135790')
      await screen.findByRole('alert')
      await type('Code', '424242')
    },
  ],
  [
    'a phone number, then a contract',
    ['phone+contract@sandbox.test', 'pass-phone-persona', '612345678', '06 12 34 56 78', 'recruiter'],
    async () => {
      await userEvent.click(await screen.findByRole('button', { name: 'LinkedIn' }))
      await type('Email or phone', 'phone+contract@sandbox.test')
      await type('Password', 'pass-phone-persona{Enter}')
      await type('Phone number', '+33612345678{Enter}')
      await userEvent.click(await screen.findByRole('radio', { name: 'Recruiter Corporate' }))
      await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    },
  ],
  [
    'cookies',
    ['AQEDcookie-persona-value', '424242'],
    async () => {
      await userEvent.click(await screen.findByRole('button', { name: 'LinkedIn' }))
      await userEvent.click(await screen.findByRole('radio', { name: /[Cc]ookies/ }))
      await type('Cookies', 'AQEDcookie-persona-value')
      await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
      await type('Code', '424242')
    },
  ],
]

async function type(label: string, text: string) {
  const field = await screen.findByLabelText(label)
  await userEvent.clear(field)
  await userEvent.type(field, text)
}

describe('the events of a persona', () => {
  it.each(personas)('have nothing that was typed: %s', async (_, typed, walk) => {
    const { events, onEvent } = recorder()
    const { transport } = browserSandbox()
    render(
      <ConnectAccount transport={transport} memory={null} loginHint="hint@persona.test" onEvent={onEvent} />,
    )
    await walk()
    await waitFor(() => expect(events.some(({ type }) => type === 'outcome')).toBe(true))
    const text = JSON.stringify(events)
    const secrets = [...typed, 'hint@persona.test', 'Anna Sandbox', sampleAccount.createdAt, 'intent-1']
    for (const value of secrets) expect(text).not.toContain(value)
    expect(text).not.toContain(`"${sampleAccount.id}"`)
  })
})

describe('connectEvents', () => {
  it('describes every member that the events of a walk have', async () => {
    const { events, onEvent } = recorder()
    const { unmount } = showFlow({ start: () => linked }, { onEvent })
    await signIn()
    await screen.findByRole('heading', { name: 'LinkedIn is connected' })
    unmount()
    await waitFor(() => expect(exit(events)).toHaveLength(1))
    const common = ['type', 'flowId', 'elapsedMs', 'provider', 'method']
    for (const event of events) {
      const described = [...common, ...Object.keys(connectEvents[event.type].members)]
      expect(described).toEqual(expect.arrayContaining(Object.keys(event)))
      if (event.type === 'verb') expect(connectVerbs).toContain(event.verb)
      if (event.type === 'exit') expect(Object.keys(exitReasons)).toContain(event.reason)
    }
  })
})
