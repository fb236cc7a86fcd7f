import type { ConnectTransport, Intent, Provider, Step } from '@connect-account/core'

const provider: Provider = {
  id: 'linkedin',
  name: 'LinkedIn',
  kind: 'social',
  icon: [{ path: 'M4 4h16v16H4z', color: '#0a66c2' }],
  methods: [
    {
      kind: 'form',
      id: 'credentials',
      label: 'Password',
      fields: [
        { name: 'username', label: 'Email or phone', type: 'text', required: true, autocomplete: 'username' },
        {
          name: 'password',
          label: 'Password',
          type: 'password',
          required: true,
          autocomplete: 'current-password',
        },
      ],
    },
  ],
}

let revision = 0

const intentAt = (step: Step): Intent => ({
  id: 'intent',
  provider: provider.id,
  method: 'credentials',
  mode: 'link',
  revision: ++revision,
  createdAt: new Date().toISOString(),
  expiresAt: new Date(Date.now() + 600_000).toISOString(),
  serverTime: new Date().toISOString(),
  step,
})

/**
 * Responds immediately, so that only the form is measured. Offers one provider, so that its form is first.
 */
export const backend = {
  listProviders: async () => [provider],
  startIntent: async () => intentAt({ type: 'otp', id: 'code', format: 'digits', length: 6 }),
  getIntent: async () => intentAt({ type: 'otp', id: 'code', format: 'digits', length: 6 }),
  solve: async () => intentAt({ type: 'canceled' }),
  resend: async () => intentAt({ type: 'otp', id: 'code', format: 'digits', length: 6 }),
  challenge: async () => intentAt({ type: 'otp', id: 'code', format: 'digits', length: 6 }),
  confirmReturn: async () => intentAt({ type: 'canceled' }),
  cancel: async () => intentAt({ type: 'canceled' }),
  watch: () => () => {},
} satisfies ConnectTransport
