import '../../src/styles/styles.css'
import '../../src/styles/accounts.css'
import {
  sampleAccount,
  sampleIntent,
  sampleProvider,
  scriptedAccounts,
  scriptedTransport,
} from '@connect-account/core/testing'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { AccountList } from '../../src/accounts.ts'
import {
  ConnectAccount,
  ConnectAccountDialog,
  ConnectAccountRoot,
  type ConnectOptions,
  type ConnectStep,
} from '../../src/index.ts'
import {
  captchaStep,
  credentialsStep,
  formOf,
  imapStep,
  otpStep,
  phoneStep,
  qrStep,
  twoFactorStep,
} from '../steps.ts'
import { showInPage } from './show-in-page.tsx'

/** Events that a form may listen for, in React or natively. */
const TYPES = [
  'submit',
  'reset',
  'invalid',
  'change',
  'input',
  'beforeinput',
  'keydown',
  'keyup',
  'keypress',
  'paste',
] as const
let received: string[] = []
/** Ignores Tab, which a focus trap around the flow needs. */
const note = (event: { readonly type: string }) => {
  if (!('key' in event) || event.key !== 'Tab') received.push(event.type)
}
const leaves = () => received.push('leaves the page')
let address = ''

beforeEach(() => {
  received = []
  address = location.href
  window.addEventListener('beforeunload', leaves)
})

afterEach(() => {
  window.removeEventListener('beforeunload', leaves)
  expect(location.href).toBe(address)
})

function HostForm(props: ComponentProps<'form'>) {
  return (
    <form
      data-host
      action="/elsewhere"
      onSubmit={note}
      onReset={note}
      onInvalid={note}
      onChange={note}
      onInput={note}
      onKeyDown={note}
      onKeyUp={note}
      onPaste={note}
      ref={(form) => {
        for (const type of TYPES) form?.addEventListener(type, note)
      }}
      {...props}
    />
  )
}

function showInForm(content: ReactNode) {
  showInPage(
    <HostForm>
      <input name="host" required defaultValue="" aria-label="Host" />
      {content}
      <button type="submit">Save</button>
    </HostForm>,
  )
}

const hostForm = () => document.querySelector<HTMLFormElement>('form[data-host]') ?? expect.unreachable()

/** Asserts that the form owns only the host's controls. */
function expectAlone() {
  const form = hostForm()
  expect(
    [...form.elements].map((element) => element.getAttribute('aria-label') ?? element.textContent),
  ).toEqual(['Host', 'Save'])
  expect([...new FormData(form).keys()]).toEqual(['host'])
}

function options(): ConnectOptions {
  return {
    memory: null,
    transport: scriptedTransport({
      start: () => ({ type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'email' }),
      solve: () => ({ type: 'linked', account: sampleAccount }),
    }),
  }
}

function Dialog() {
  const [isOpen, setOpen] = useState(true)
  const [flow] = useState(options)
  return <ConnectAccountDialog {...flow} open={isOpen} onOpenChange={setOpen} />
}

function Inline() {
  const [flow] = useState(options)
  return <ConnectAccount {...flow} onClose={() => {}} />
}

describe.each([
  ['in the page', Inline],
  ['in a dialog', Dialog],
])('a flow inside a form of the host, %s', (_, Flow) => {
  it('links an account by keyboard, and the form gets no events', async () => {
    showInForm(<Flow />)
    await userEvent.click(page.getByRole('searchbox'))
    await userEvent.keyboard('linked{Enter}')
    await userEvent.click(page.getByLabelText('Email or phone'))
    await userEvent.keyboard('anna@example.com{Tab}secret')
    expectAlone()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByLabelText('Code')).toHaveFocus()
    await userEvent.keyboard('12345')
    expectAlone()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Enter the full code.')).toBeVisible()
    // A second Enter counts once it cannot be a slip.
    const sendAnyway = async () => {
      await userEvent.keyboard('{Enter}')
      return page.getByRole('heading', { name: 'LinkedIn is connected' }).query()
    }
    await expect.poll(sendAnyway, { interval: 500, timeout: 5_000 }).not.toBeNull()
    await userEvent.click(page.getByRole('button', { name: 'Done' }))
    expect(received).toEqual([])
  })

  it('links an account by mouse, and the form gets no events', async () => {
    showInForm(<Flow />)
    await userEvent.click(page.getByRole('button', { name: 'LinkedIn' }))
    await userEvent.fill(page.getByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.fill(page.getByLabelText('Password', { exact: true }), 'secret')
    await userEvent.click(page.getByRole('button', { name: 'Show password' }))
    await userEvent.click(page.getByRole('button', { name: 'Sign in', exact: true }))
    await userEvent.fill(page.getByLabelText('Code'), '123456')
    await expect.element(page.getByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
    expect(received).toEqual([])
  })

  it('is not part of the form’s validation, reset and submit', async () => {
    showInForm(<Flow />)
    await userEvent.click(page.getByRole('button', { name: 'LinkedIn' }))
    const name = page.getByLabelText('Email or phone')
    await userEvent.fill(name, 'anna@example.com')
    const form = hostForm()
    form.reset()
    await expect.element(name).toHaveValue('anna@example.com')
    expect(form.checkValidity()).toBe(false)
    document.querySelector('input[name="host"]')?.setAttribute('value', 'x')
    form.reset()
    expect(form.checkValidity()).toBe(true)
  })
})

const option = { id: 'a', label: 'A' }
const proxied = (): ConnectStep => {
  const provider = sampleProvider('whatsapp')
  const [method] = provider.methods
  if (method?.kind !== 'qr') return expect.unreachable()
  return credentialsStep({ provider, method: { ...method, userProxy: true } })
}
const cookies = (): ConnectStep => {
  const provider = sampleProvider('linkedin')
  return credentialsStep({ provider, method: formOf(provider, 'cookies') })
}
const { cancel, checkpointId, connection, pending, provider } = otpStep()
const checkpoint = { cancel, checkpointId, connection, pending, provider }

const steps: [string, ConnectStep, string][] = [
  ['own proxy', proxied(), 'Proxy password'],
  ['cookies', cookies(), 'Cookies'],
  ['mail settings', imapStep('manual'), 'Email'],
  ['code', otpStep({ resend: { availableAt: 0, send: () => {} } }), 'Code'],
  ['password', twoFactorStep({ format: 'password' }), 'Password'],
  ['phone', phoneStep(), 'Phone number'],
  ['captcha', captchaStep(), 'Answer'],
  ['choice', { ...checkpoint, type: 'contract', options: [option], choose: () => {} }, 'A'],
  ['QR code', { ...qrStep(), phoneLink: () => 'https://example.com/' }, 'Scan with WhatsApp'],
  ['on the phone', { ...otpStep(), phoneLink: () => 'https://example.com/' }, 'Code'],
]

/** Like most vendors: a hidden field for the host's form, and a visible one. */
const captcha = {
  name: 'vendor',
  mount(container: HTMLElement) {
    container.insertAdjacentHTML(
      'beforeend',
      '<input type="hidden" name="token" value="secret"><input name="answer" aria-label="Answer"><button>Check</button>',
    )
    return () => container.replaceChildren()
  },
}

it.each(steps)('adds nothing to the form at a step: %s', async (_, step, label) => {
  showInForm(<ConnectAccountRoot connect={{ step }} captcha={captcha} />)
  for (const summary of document.querySelectorAll('summary')) summary.click()
  const field = page.getByLabelText(label, { exact: true }).first()
  await expect.element(field).toBeInTheDocument()
  const summary = document.querySelector('summary')
  if (summary && !summary.closest('details')?.open) await userEvent.click(summary)
  await expect.element(field).toBeVisible()
  const more = page.getByRole('button', { name: 'Continue on your phone' })
  if (more.query()) {
    await userEvent.click(more)
    await expect.element(page.getByLabelText('Link')).toBeVisible()
  }
  expectAlone()
  await userEvent.click(field)
  await userEvent.keyboard('1{Enter}')
  for (const button of document.querySelectorAll<HTMLElement>('[data-ca="root"] button')) button.click()
  expect(received).toEqual([])
})

it('adds nothing to the form in a list of accounts', async () => {
  const client = scriptedAccounts({ accounts: [sampleAccount] })
  showInForm(<AccountList client={client} providers={[sampleProvider('linkedin')]} />)
  await userEvent.click(page.getByRole('button', { name: /^Rename/ }))
  expectAlone()
  const field = page.getByRole('textbox', { name: 'Name' })
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('Home{Enter}')
  await expect.element(page.getByText('Home', { exact: true }).first()).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: /^Disconnect/ }))
  expectAlone()
  await userEvent.click(page.getByRole('button', { name: 'Cancel' }))
  expect(received).toEqual([])
})

it('has a form with user name, password and button, for password managers', async () => {
  const step = credentialsStep()
  showInForm(<ConnectAccountRoot connect={{ step }} />)
  await expect.element(page.getByLabelText('Email or phone')).toBeVisible()
  const form = document.querySelector<HTMLFormElement>('form[data-ca="form-owner"]')
  if (!form) return expect.unreachable()
  expect(form.closest('[data-host]')).toBeNull()
  const tokens = [...form.elements].map(
    (element) => element.getAttribute('autocomplete') ?? element.ariaLabel ?? element.textContent,
  )
  expect(tokens).toEqual(['username', 'current-password', 'Show password', 'Sign in', ''])
  await userEvent.fill(page.getByLabelText('Email or phone'), 'anna@example.com')
  await userEvent.fill(page.getByLabelText('Password', { exact: true }), 'secret')
  form.requestSubmit()
  await expect.poll(() => step.submit.mock.calls.length).toBe(1)
})

it('opens no address even if no script handles the submit', async () => {
  showInForm(<ConnectAccountRoot connect={{ step: credentialsStep() }} />)
  await expect.element(page.getByLabelText('Email or phone')).toBeVisible()
  const stop = (event: Event) => event.stopImmediatePropagation()
  window.addEventListener('submit', stop, true)
  await userEvent.click(page.getByLabelText('Email or phone'))
  await userEvent.keyboard('anna@example.com{Tab}secret{Enter}')
  window.removeEventListener('submit', stop, true)
  expect(received).toEqual([])
})

it('never nests its form in another, in server markup or in the page', async () => {
  const intent = sampleIntent({ type: 'otp', id: 'code', format: 'digits', length: 6 })
  showInForm(<ConnectAccount transport={scriptedTransport({ intent })} intentId={intent.id} memory={null} />)
  await expect.element(page.getByLabelText('Code')).toBeVisible()
  expect(hostForm().querySelector('form')).toBeNull()
})
