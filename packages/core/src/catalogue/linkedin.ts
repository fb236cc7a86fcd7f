import type { Provider } from '../protocol/index.ts'

export const linkedin: Provider = {
  id: 'linkedin',
  name: 'LinkedIn',
  kind: 'social',
  icon: {
    path: 'M4.5 2A2.5 2.5 0 0 0 2 4.5v15A2.5 2.5 0 0 0 4.500 22h15a2.500 2.500 0 0 0 2.500-2.500v-15A2.500 2.500 0 0 0 19.500 2h-15ZM7 5.300a1.700 1.700 0 1 1 0 3.400 1.700 1.700 0 0 1 0-3.400ZM5.500 10h3v8.500h-3V10Zm5 0h2.880v1.200c.5-.83 1.500-1.430 2.820-1.430 2.600 0 3.300 1.600 3.300 4.030v4.700h-3v-4.200c0-1.250-.25-2.050-1.370-2.050-1.150 0-1.630.85-1.630 2.050v4.200h-3V10Z',
    color: '#0a66c2',
  },
  methods: [
    {
      id: 'credentials',
      label: 'Email and password',
      fields: [
        { name: 'username', label: 'Email or phone', type: 'text', autocomplete: 'username', required: true },
        {
          name: 'password',
          label: 'Password',
          type: 'password',
          autocomplete: 'current-password',
          required: true,
        },
      ],
    },
  ],
}
