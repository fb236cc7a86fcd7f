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
  icon: [
    {
      path: 'M3.6 3.6h16.8a2.1 2.1 0 0 1 2.1 2.1v12.6a2.1 2.1 0 0 1-2.1 2.1H3.6a2.1 2.1 0 0 1-2.1-2.1V5.7a2.1 2.1 0 0 1 2.1-2.1Zm8.4 8.925L20.4 6.75V5.7l-8.4 5.565L3.6 5.7v1.05l8.4 5.775Z',
      color: '#4b5563',
    },
  ],
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
