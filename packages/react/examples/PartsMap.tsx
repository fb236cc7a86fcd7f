import type { Step } from '@connect-account/core'
import {
  sampleAccount,
  sampleProvider,
  scriptedAccounts,
  scriptedTransport,
} from '@connect-account/core/testing'
import { type Appearance, ConnectAccount, type PartName } from '@connect-account/react'
import { AccountList } from '@connect-account/react/accounts'
import { useState } from 'react'
import { disconnected, running, sampleProviders } from './sample-accounts.ts'
import { inSeconds, scriptAt } from './script.ts'
import './parts-map.css'

/** What each part is. Those of a dialog are not on this page. */
const parts: Readonly<Record<PartName, string>> = {
  root: 'The card of a flow or a list',
  dialog: 'The dialog around the card',
  bar: 'Above every step',
  barTitle: 'What the user signs in to',
  back: 'The button to the step before',
  dialogClose: 'The dialog’s close button, in the bar',
  screen: 'One step',
  header: 'Heading and text of a step',
  heading: 'The heading of a step',
  text: 'The sentence below it',
  body: 'Everything below that',
  search: 'The picker’s search',
  provider: 'A provider in the picker',
  providerIcon: 'The mark of a provider',
  providerName: 'Its name',
  form: 'A form with its button',
  method: 'One of several ways to sign in',
  field: 'A field with its label and help',
  label: 'The label of a field',
  input: 'The field itself',
  help: 'The hint below a field',
  fieldError: 'What is wrong with a field',
  alert: 'What went wrong',
  button: 'Every button, by data-variant',
  actions: 'The secondary buttons',
  codeCell: 'A character of a code',
  qrCode: 'The QR code',
  option: 'One of several choices',
  mark: 'The sign above an end',
  account: 'The account of an end',
  accountRow: 'An account in the list',
  accountStatus: 'The status of an account',
}

const names = Object.keys(parts).filter((name): name is PartName => Object.hasOwn(parts, name))

const appearance: Appearance = {
  elements: Object.fromEntries(names.map((name) => [name, `part part-${name}`])),
}

const screens: readonly { readonly title: string; readonly step?: Step; readonly provider?: string }[] = [
  { title: 'Picker' },
  { title: 'Form', provider: 'linkedin' },
  {
    title: 'Code, refused',
    step: { type: 'otp', id: 'code', format: 'digits', length: 6, error: { code: 'invalid_code' } },
  },
  {
    title: 'QR code',
    step: {
      type: 'qr',
      id: 'qr',
      qrcode: 'https://example.com/link#4f7d2c90a1b35e68',
      shownAt: inSeconds(0),
      expiresAt: inSeconds(600),
      round: 1,
    },
    provider: 'whatsapp',
  },
  { title: 'Phone number', step: { type: 'phone', id: 'phone' } },
  {
    title: 'Choice',
    step: {
      type: 'contract',
      id: 'contract',
      options: [
        { id: 'c1', label: 'Recruiter Corporate' },
        { id: 'c2', label: 'Sales Navigator Advanced' },
      ],
    },
  },
  { title: 'End', step: { type: 'linked', account: sampleAccount } },
]

/** Every part that takes a class name, on the kit's own screens. Point at a name or at a part. */
export function PartsMap() {
  const [shown, setShown] = useState<PartName>()
  const [client] = useState(() => scriptedAccounts({ accounts: [running, disconnected] }))
  const [flows] = useState(() => screens.map(flowOf))

  return (
    <div className="parts-map" data-shown={shown}>
      {shown && (
        <style>{`.parts-map .part-${shown} { outline: 2px solid #d6006c; outline-offset: 1px }`}</style>
      )}
      <ul aria-label="Parts">
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={shown === name}
              onClick={() => setShown(name)}
              onPointerEnter={() => setShown(name)}
            >
              <code>{name}</code>
              <span>{parts[name]}</span>
            </button>
          </li>
        ))}
      </ul>
      <div onPointerOver={({ target }) => setShown(partAt(target))}>
        {flows.map(({ title, ...flow }) => (
          <figure key={title} aria-label={title}>
            <figcaption>{title}</figcaption>
            <ConnectAccount {...flow} id={title} memory={null} appearance={appearance} />
          </figure>
        ))}
        <figure>
          <figcaption>Accounts</figcaption>
          <AccountList
            client={client}
            providers={sampleProviders}
            reconnect={() => {}}
            appearance={appearance}
          />
        </figure>
      </div>
    </div>
  )
}

function flowOf({ title, step, provider = 'linkedin' }: (typeof screens)[number]) {
  if (step) {
    const transport = scriptedTransport(
      scriptAt(step, { provider, method: provider === 'linkedin' ? 'credentials' : 'qr' }),
    )
    return { title, transport, intentId: 'intent-1' }
  }
  const providers = title === 'Form' ? ['linkedin', 'imap'].map(sampleProvider) : undefined
  return { title, transport: scriptedTransport(providers ? { providers } : {}) }
}

/** The innermost part at an element. */
function partAt(target: EventTarget): PartName | undefined {
  const part = target instanceof Element ? target.closest('.part') : null
  return names.find((name) => part?.classList.contains(`part-${name}`))
}
