import type { Field, Provider } from '../protocol/index.ts'

const encryptions = [
  { value: 'tls', label: 'TLS' },
  { value: 'starttls', label: 'STARTTLS' },
  { value: 'default', label: 'Automatic' },
]

const user: Field = { name: 'user', label: 'Email', type: 'email', autocomplete: 'username', required: true }
const password: Field = {
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'current-password',
  required: true,
}

function serverFields(side: 'imap' | 'smtp', group: string, port: string): Field[] {
  return [
    {
      name: `${side}_host`,
      label: 'Server',
      type: 'text',
      autocomplete: 'off',
      required: true,
      group,
      placeholder: `${side}.example.com`,
    },
    {
      name: `${side}_port`,
      label: 'Port',
      type: 'number',
      autocomplete: 'off',
      required: true,
      group,
      placeholder: port,
    },
    {
      name: `${side}_encryption`,
      label: 'Encryption',
      type: 'select',
      autocomplete: 'off',
      required: true,
      group,
      options: encryptions,
    },
  ]
}

const ID = 'imap'
const SETTINGS = 'manual'

/** The provider's method that asks the user for the settings of the mail servers. */
export const mailSettingsMethod = SETTINGS

/**
 * Where the mail servers come from: `found` by the address, `named` by the user; `undefined` for other
 * providers.
 */
export function mailServersOf(provider: string, method: string): 'found' | 'named' | undefined {
  if (provider !== ID) return undefined
  return method === SETTINGS ? 'named' : 'found'
}

export const imap: Provider = {
  id: ID,
  name: 'Other email (IMAP)',
  kind: 'email',
  icon: {
    path: 'M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Zm8 8.5L20 7V6l-8 5.3L4 6v1l8 5.5Z',
    color: '#4b5563',
  },
  methods: [
    // The server's settings are looked up; the second method asks for them if none are found.
    { id: 'password', kind: 'form', label: 'Email and password', fields: [user, password] },
    {
      id: SETTINGS,
      kind: 'form',
      label: 'Server settings',
      fields: [
        user,
        password,
        ...serverFields('imap', 'Incoming mail (IMAP)', '993'),
        ...serverFields('smtp', 'Outgoing mail (SMTP)', '465'),
      ],
    },
  ],
}
