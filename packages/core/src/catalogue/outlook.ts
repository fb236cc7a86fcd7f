import type { Provider } from '../protocol/index.ts'

export const outlook: Provider = {
  id: 'outlook',
  name: 'Outlook',
  kind: 'email',
  icon: {
    path: 'M13 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1h-8v-3h7V8.5l-7 4.5V3Zm0 3v4.6L20 6h-7ZM2 5.2 11.5 3v18L2 18.8V5.2Zm4.75 3.6C5 8.8 4 10.2 4 12s1 3.2 2.75 3.2S9.5 13.8 9.5 12s-1-3.2-2.75-3.2Zm0 1.5c.8 0 1.15.7 1.15 1.7s-.35 1.7-1.15 1.7S5.6 13 5.6 12s.35-1.7 1.15-1.7Z',
    color: '#0f6cbd',
  },
  methods: [{ id: 'consent', kind: 'consent' }],
}
