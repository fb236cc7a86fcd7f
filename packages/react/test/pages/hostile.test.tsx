import foreignStyles from 'virtual:foreign-styles'
import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Accounts } from '../../examples/Accounts.tsx'
import { Captcha } from '../../examples/Captcha.tsx'
import { Challenge } from '../../examples/Challenge.tsx'
import { ContinueOnPhone } from '../../examples/ContinueOnPhone.tsx'
import { Credentials } from '../../examples/Credentials.tsx'
import { Dialog } from '../../examples/Dialog.tsx'
import { InApp } from '../../examples/InApp.tsx'
import { LinkedImporting } from '../../examples/LinkedImporting.tsx'
import { MailSettings } from '../../examples/MailSettings.tsx'
import { OtpError } from '../../examples/OtpError.tsx'
import { OwnProxy } from '../../examples/OwnProxy.tsx'
import { Phone } from '../../examples/Phone.tsx'
import { PickerMany } from '../../examples/PickerMany.tsx'
import { Qr } from '../../examples/Qr.tsx'
import { ReconnectAccount } from '../../examples/ReconnectAccount.tsx'
import { hostile } from './hostile.ts'
import { differences, measure } from './measure.ts'
import { addKitStyles, addSheet, emulate, find, findPart, setAttribute, show } from './page.ts'

interface Scene {
  readonly content: ReactNode
  /** Walks to the screen to compare. Resolves once it is rendered. */
  readonly arrive: () => Promise<unknown>
}

/** An end with facts and without support. */
const restricted = sampleIntent({
  type: 'restricted',
  reason: 'Under review',
  providerUserId: 'ACoAAB-12345',
})
const Restricted = () => (
  <ConnectAccount transport={scriptedTransport({ intent: restricted })} intentId="intent-1" memory={null} />
)

const scenes: Record<string, Scene> = {
  picker: { content: <PickerMany />, arrive: () => findPart('kind') },
  'credentials with errors': {
    content: <Credentials />,
    async arrive() {
      await userEvent.click(await find('[data-variant="primary"]'))
      await findPart('field-error')
      await userEvent.click(await findPart('reveal'))
    },
  },
  "the user's own proxy": {
    content: <OwnProxy />,
    async arrive() {
      await userEvent.click(await find('[data-provider="linkedin"]'))
      await userEvent.click(await findPart('own-proxy-summary'))
    },
  },
  'mail settings': {
    content: <MailSettings />,
    async arrive() {
      await userEvent.fill(await find('[autocomplete="username"]'), 'anna@example.com')
      await userEvent.fill(await find('[type="password"]'), 'secret')
      await userEvent.click(await find('[data-variant="primary"]'))
      await findPart('group')
    },
  },
  code: { content: <OtpError />, arrive: () => findPart('code-cell') },
  'QR code': { content: <Qr />, arrive: () => findPart('qr-ring-line') },
  'phone number': { content: <Phone />, arrive: () => find('select') },
  choice: {
    content: <Challenge />,
    async arrive() {
      await userEvent.click(await findPart('option'))
      await find('[data-ca="option"][data-checked]')
    },
  },
  captcha: { content: <Captcha />, arrive: () => findPart('altcha') },
  approval: { content: <InApp />, arrive: () => findPart('phone') },
  'link for the phone': {
    content: <ContinueOnPhone />,
    async arrive() {
      await userEvent.click(await find('[data-ca="continue-on-phone"] button'))
      await findPart('phone-link')
    },
  },
  'linked account': { content: <LinkedImporting />, arrive: () => findPart('progress') },
  'restricted account': { content: <Restricted />, arrive: () => findPart('facts') },
  dialog: {
    content: <Dialog />,
    async arrive() {
      await userEvent.click(await find('button'))
      await findPart('provider')
    },
  },
  accounts: {
    content: <Accounts />,
    async arrive() {
      await userEvent.click(await find('[data-verb="rename"] button'))
      await findPart('rename')
      await userEvent.click(await find('[data-ca="account-row"]:last-child [data-verb="disconnect"] button'))
      await findPart('confirmation')
    },
  },
  'reconnect button': { content: <ReconnectAccount />, arrive: () => findPart('button') },
}

const sheets = Object.entries({ ...foreignStyles, ...hostile })

describe.each(Object.entries(scenes))('%s', (_, { content, arrive }) => {
  it('looks the same in every page', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' })
    addKitStyles()
    setAttribute(document.body, 'class', 'page')
    show(content)
    await arrive()
    const root = await find('[data-ca="dialog"][open], [data-ca="root"]')
    // The reset selects the kit's elements by this attribute.
    const unmarked = root.querySelectorAll(':not([data-ca], svg *)')
    expect.soft([...unmarked].map(({ outerHTML }) => outerHTML)).toEqual([])
    const clean = measure(root)
    for (const [name, css] of sheets) {
      const remove = addSheet(css)
      expect.soft(differences(clean, measure(root)), name).toEqual([])
      remove()
    }
  })
})
