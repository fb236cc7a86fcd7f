import type { Intent, Outcome, Step } from '@connect-account/core'
import {
  sampleAccount,
  sampleIntent,
  scriptedAccounts,
  scriptedTransport,
} from '@connect-account/core/testing'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConnectErrorReport } from '../../hooks/error-reports/on-error.ts'
import { AccountList } from '../accounts/account-list.tsx'
import { ConnectAccount, type ConnectAccountProps } from './connect-account.tsx'

const otp = { type: 'otp', id: 'code', format: 'digits', length: 6 } as const

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const Broken = (): ReactNode => {
  throw new Error('The helpdesk is not loaded')
}

/** A flow at this step, in the page of a host. */
function flowAt(step: unknown, props: Pick<ConnectAccountProps, 'messages' | 'support'> = {}) {
  const reports: ConnectErrorReport[] = []
  const onEnd = vi.fn()
  // A transport of a host in plain JavaScript may return anything.
  const intent: Intent = sampleIntent(step as Step)
  render(
    <>
      <h1>The page of the host</h1>
      <ConnectAccount
        transport={scriptedTransport({ intent })}
        intentId={intent.id}
        memory={null}
        onEnd={onEnd}
        onClose={() => {}}
        onError={(report) => reports.push(report)}
        {...props}
      />
    </>,
  )
  return { reports, onEnd, user: userEvent.setup() }
}

describe('an exception leaves a way out, and reaches the host', () => {
  it.each<[string, unknown]>([
    ['a step that is unknown', { type: 'novel', id: 'novel' }],
    ['a step without its data', { type: 'challenge', id: 'challenge' }],
    ['an end without its error', { type: 'failed', retryable: true }],
    ['an end without its account', { type: 'linked' }],
  ])('%s', async (_, step) => {
    const { reports, user } = flowAt(step)
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
    const way = screen.getByRole('button', { name: /^(Cancel|Close)$/ })
    expect(screen.getByText(/Something went wrong on our side/)).toBeVisible()
    expect(screen.getByText('The page of the host')).toBeVisible()
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['screen_failed']))
    await user.click(way)
    expect(screen.getByText('The page of the host')).toBeVisible()
  })

  it('a form whose submit throws', async () => {
    const tooLong = () => {
      throw new Error('No such plural')
    }
    const { reports, user } = flowAt(otp, { messages: { code: { tooLong } } })
    await user.click(await screen.findByLabelText('Code'))
    await user.paste('12345678')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('heading', { name: 'We can’t show this step' })).toBeVisible()
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['screen_failed']))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByLabelText('Code')).toBeVisible()
  })

  it('a node of the host, which is left out', async () => {
    const restricted: Outcome = { type: 'restricted' }
    const { reports } = flowAt(restricted, { support: <Broken /> })
    expect(await screen.findByRole('heading', { name: 'This account can’t be connected' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Close' })).toBeVisible()
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['callback_failed']))
    expect(reports[0]?.message).toContain('"support" threw an error')
  })

  it('the list of accounts', async () => {
    const reports: ConnectErrorReport[] = []
    let isBroken = true
    const client = scriptedAccounts({ accounts: [sampleAccount] })
    const heading = () => {
      if (isBroken) throw new Error('No such plural')
      return 'Really?'
    }
    render(
      <>
        <h1>The page of the host</h1>
        <AccountList
          client={client}
          providers={[]}
          messages={{ accounts: { disconnect: { heading } } }}
          onError={(report) => reports.push(report)}
        />
      </>,
    )
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: /^Disconnect/ }))
    expect(screen.getByText('The page of the host')).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong on our side.')
    await waitFor(() => expect(reports.map(({ code }) => code)).toEqual(['screen_failed']))
    isBroken = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Anna Sandbox', { selector: 'bdi' })).toBeVisible()
  })
})
