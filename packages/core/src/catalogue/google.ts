import type { Provider } from '../protocol/index.ts'

export const google: Provider = {
  id: 'google',
  name: 'Gmail',
  kind: 'email',
  icon: [
    { path: 'M2.5 20.3H6v-8.6L1 8v10.8c0 .8.7 1.5 1.5 1.5Z', color: '#4285f4' },
    { path: 'M18 20.3h3.5c.8 0 1.5-.7 1.5-1.5V8l-5 3.7Z', color: '#34a853' },
    { path: 'M6 11.7V5.2l6 4.5 6-4.5v6.5l-6 4.5Z', color: '#ea4335' },
    { path: 'M1 6v2l5 3.7V5.2l-1.4-1C3.1 3.1 1 4.1 1 6Z', color: '#c5221f' },
    { path: 'M18 5.2v6.5L23 8V6c0-1.9-2.1-2.9-3.6-1.8Z', color: '#fbbc04' },
  ],
  methods: [{ id: 'consent', kind: 'consent' }],
}
