import type { Field, Provider } from '../protocol/index.ts'

const encryptions = [{ value: 'tls' }, { value: 'starttls' }, { value: 'default' }]

const user: Field = { name: 'user', type: 'text', autocomplete: 'username', required: true }
const password: Field = {
  name: 'password',
  type: 'password',
  autocomplete: 'current-password',
  required: true,
}

function serverFields(side: 'imap' | 'smtp', port: string): Field[] {
  return [
    {
      name: `${side}_host`,
      type: 'text',
      autocomplete: 'off',
      required: true,
      group: side,
      placeholder: `${side}.example.com`,
    },
    {
      name: `${side}_port`,
      type: 'number',
      autocomplete: 'off',
      required: true,
      group: side,
      placeholder: port,
    },
    {
      name: `${side}_encryption`,
      type: 'select',
      autocomplete: 'off',
      required: true,
      group: side,
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
  name: 'IMAP',
  kind: 'email',
  icon: {
    path: 'M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Zm8 8.5L20 7V6l-8 5.3L4 6v1l8 5.5Z',
    color: '#4b5563',
  },
  methods: [
    // The server's settings are looked up; the second method asks for them if none are found.
    { id: 'password', kind: 'form', fields: [{ ...user, type: 'email' }, password] },
    {
      id: SETTINGS,
      kind: 'form',
      fields: [user, password, ...serverFields('imap', '993'), ...serverFields('smtp', '465')],
    },
  ],
}
