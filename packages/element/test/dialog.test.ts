import {
  sampleAccount,
  sampleProvider,
  scriptedAccounts,
  scriptedTransport,
} from '@connect-account/core/testing'
import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { add, find, findPart, loadElements, record } from './page.ts'

loadElements()

const transport = () => scriptedTransport({ providers: ['linkedin', 'whatsapp'].map(sampleProvider) })
const opened = () => document.querySelector<HTMLDialogElement>('dialog[data-ca="dialog"]')

function addDialog() {
  const element = add('connect-account-dialog', { transport: transport() })
  const button = document.createElement('button')
  button.textContent = 'Connect'
  button.addEventListener('click', () => {
    element.open = true
  })
  element.append(button)
  return { element, button }
}

it('opens and closes, and returns the focus', async () => {
  const { element, button } = addDialog()
  const seen = record(element, 'ca-open-change')
  expect(element.open).toBe(false)
  await userEvent.click(button)
  await findPart('provider')
  expect(opened()?.matches(':modal')).toBe(true)
  expect(element.hasAttribute('open')).toBe(true)
  await userEvent.keyboard('{Escape}')
  await expect.poll(opened).toBeNull()
  expect([element.open, element.hasAttribute('open')]).toEqual([false, false])
  expect(seen).toEqual([['ca-open-change', { open: false, reason: 'escape' }]])
  expect(document.activeElement).toBe(button)
})

it('stays open if the page prevents the default', async () => {
  const { element } = addDialog()
  element.addEventListener('ca-open-change', (event) => event.preventDefault())
  element.setAttribute('open', '')
  await findPart('provider')
  await userEvent.keyboard('{Escape}')
  expect(opened()?.open).toBe(true)
  element.removeAttribute('open')
  await expect.poll(opened).toBeNull()
})

it('keeps what was typed while it is closed', async () => {
  const { element, button } = addDialog()
  await userEvent.click(button)
  await userEvent.click(await find('[data-provider="linkedin"]'))
  await userEvent.fill(page.getByLabelText('Email or phone'), 'anna@example.com')
  element.open = false
  await expect.poll(opened).toBeNull()
  element.open = true
  await expect.element(page.getByLabelText('Email or phone')).toHaveValue('anna@example.com')
})

it('lists accounts, and removes one', async () => {
  const client = scriptedAccounts({ accounts: [sampleAccount] })
  const reconnect = vi.fn()
  const element = add('connect-accounts', { client, providers: [sampleProvider('linkedin')], reconnect })
  element.empty = 'Nothing yet'
  await findPart('account-row')
  expect(element.textContent).toContain('Anna Sandbox')
  await userEvent.click(page.getByRole('button', { name: /Disconnect/ }))
  await userEvent.click(page.getByRole('button', { name: 'Disconnect', exact: true }).last())
  await expect.poll(() => element.textContent).toContain('Nothing yet')
})
