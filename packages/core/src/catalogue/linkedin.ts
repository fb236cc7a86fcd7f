import type { Provider } from '../protocol/index.ts'
import { passwordMethod } from './password-method.ts'

export const linkedin: Provider = {
  id: 'linkedin',
  name: 'LinkedIn',
  kind: 'social',
  icon: [
    {
      path: 'M4.5 2A2.5 2.5 0 0 0 2 4.5v15A2.5 2.5 0 0 0 4.5 22h15a2.5 2.5 0 0 0 2.5-2.5v-15A2.5 2.5 0 0 0 19.5 2h-15ZM7 5.3a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 0 1 0-3.4ZM5.5 10h3v8.5h-3V10Zm5 0h2.88v1.2c.5-.83 1.5-1.43 2.82-1.43c2.6 0 3.3 1.6 3.3 4.03v4.7h-3v-4.2c0-1.25-.25-2.05-1.37-2.05c-1.15 0-1.63 .85-1.63 2.05v4.2h-3V10Z',
      color: '#0a66c2',
    },
  ],
  methods: [
    passwordMethod,
    {
      id: 'cookies',
      kind: 'form',
      fields: [
        {
          name: 'cookies',
          type: 'cookies',
          autocomplete: 'off',
          required: true,
          domain: 'linkedin.com',
          cookies: [
            { cookie: 'li_at', credential: 'access_token', required: true },
            { cookie: 'li_a', credential: 'premium_access_token', required: false },
          ],
        },
      ],
    },
  ],
}
