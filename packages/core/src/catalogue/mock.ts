import type { Provider } from '../protocol/index.ts'

export const mock: Provider = {
  id: 'mock',
  name: 'Mock',
  kind: 'messaging',
  icon: [
    {
      path: 'M12 1a11 11 0 1 1 0 22a11 11 0 0 1 0-22Zm-4.4 7.7v2.2h2.2V8.7H7.6Zm6.6 0v2.2h2.2V8.7h-2.2Zm-6.6 5.5a4.4 4.4 0 0 0 8.8 0h-2.2a2.2 2.2 0 0 1-4.4 0H7.6Z',
      color: '#6b7280',
    },
  ],
  methods: [{ id: 'direct', kind: 'form', fields: [] }],
}
