import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { ConnectAccount } from './index.ts'
import * as api from './inspector.ts'
import { ConnectInspector, readTrace, type Trace, TraceReplay } from './inspector.ts'

it('exports only what its page documents', () => {
  expect(Object.keys(api).toSorted()).toEqual([
    'ConnectInspector',
    'TraceReplay',
    'createTraceRecorder',
    'readTrace',
  ])
})

/** Everything that is the user's, or that only this attempt may know. */
const secrets = ['anna@example.com', 'hunter22', '492817', 'Anna Sandbox', 'scan-me', 'li_at']

function showFlow(inspector = <ConnectInspector defaultOpen />) {
  const transport = scriptedTransport({
    start: () => ({ type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'sms' }),
    solve: (answer) =>
      answer === '492817'
        ? { type: 'linked', account: sampleAccount }
        : {
            type: 'otp',
            id: 'code',
            format: 'digits',
            length: 6,
            channel: 'sms',
            error: { code: 'invalid_code' },
          },
  })
  render(
    <>
      {inspector}
      <ConnectAccount transport={transport} memory={null} />
    </>,
  )
}

async function signIn(code: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'LinkedIn' }))
  await userEvent.type(await screen.findByLabelText('Email or phone'), 'anna@example.com')
  await userEvent.type(screen.getByLabelText('Password'), 'hunter22{Enter}')
  await userEvent.type(await screen.findByLabelText('Code'), code)
}

/** Copies the trace as a developer does. */
async function copyTrace(): Promise<string> {
  await userEvent.click(screen.getByRole('button', { name: 'Copy the trace' }))
  return navigator.clipboard.readText()
}

it('shows what happens, in order, with the error of a wrong code', async () => {
  userEvent.setup()
  showFlow()
  await signIn('111111')
  await screen.findByText('That code isn’t right. Check it and try again.')
  const entries = within(screen.getByRole('list', { name: 'Timeline' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
  expect(entries.join('\n')).toMatch(
    /provider\.choose.*linkedin[\s\S]*credentials\.submit[\s\S]*otp · linkedin[\s\S]*answer\.submit[\s\S]*invalid_code/,
  )
})

it('copies a trace without a secret or anything that the user typed', async () => {
  userEvent.setup()
  showFlow()
  await signIn('492817')
  await screen.findByRole('heading', { name: 'LinkedIn is connected' })
  const json = await copyTrace()
  expect(readTrace(json).entries.at(-1)?.step).toMatchObject({ type: 'linked', provider: 'linkedin' })
  for (const secret of secrets) expect(json, secret).not.toContain(secret)
})

it('a replay ends at the step at which the trace ended', async () => {
  userEvent.setup()
  showFlow()
  await signIn('111111')
  await screen.findByText('That code isn’t right. Check it and try again.')
  const trace = readTrace(await copyTrace())
  document.body.replaceChildren()
  render(<TraceReplay trace={trace} />)
  expect(await screen.findByText('That code isn’t right. Check it and try again.')).toBeVisible()
  expect(document.querySelector('[data-ca="root"]')).toHaveAttribute('data-step', 'otp')
})

it('lets another inspector hear the machine, and stops with the panel', async () => {
  const next = vi.fn()
  const inspector = { next }
  const { unmount } = render(<ConnectInspector inspect={inspector} />)
  const flow = render(<ConnectAccount transport={scriptedTransport({})} memory={null} />)
  await screen.findByRole('button', { name: 'LinkedIn' })
  expect(next.mock.calls.map(([news]) => news.type)).toContain('@xstate.snapshot')
  unmount()
  const heard = next.mock.calls.length
  await userEvent.click(screen.getByRole('button', { name: 'LinkedIn' }))
  await screen.findByLabelText('Password')
  expect(next).toHaveBeenCalledTimes(heard)
  flow.unmount()
})

it('opens and closes, and says that no flow has run', async () => {
  render(<ConnectInspector />)
  const toggle = screen.getByRole('button', { name: 'Inspect the flow' })
  expect(screen.getByText('No flow has run yet.')).not.toBeVisible()
  await userEvent.click(toggle)
  expect(screen.getByText('No flow has run yet.')).toBeVisible()
  await waitFor(() => expect(toggle).toHaveAttribute('aria-expanded', 'true'))
})

it.each([
  ['text', 'This is not JSON'],
  ['{}', 'This is not a trace of version 1'],
  [
    '{"version":"2","flow":"flow 1","startedAt":"2026-01-01T00:00:00Z","entries":[]}',
    'not a trace of version 1',
  ],
])('refuses %s', (json, message) => {
  expect(() => readTrace(json)).toThrow(message)
})

it('says which step of a trace this version does not have', () => {
  const entry = { at: 0, event: 'x', state: 'y', step: { type: 'novel', members: {} } }
  const trace: Trace = {
    version: '1',
    flow: 'flow 1',
    startedAt: '2026-01-01T00:00:00.000Z',
    entries: [entry],
  }
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<TraceReplay trace={trace} />)).toThrow('This version has no step "novel".')
})
