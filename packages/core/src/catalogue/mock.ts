import type { Provider } from '../protocol/index.ts'

export const mock: Provider = {
  id: 'mock',
  name: 'Mock',
  kind: 'messaging',
  icon: {
    path: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm-4 7v2h2V9H8Zm6 0v2h2V9h-2Zm-6 5a4 4 0 0 0 8 0h-2a2 2 0 0 1-4 0H8Z',
    color: '#6b7280',
  },
  methods: [{ id: 'direct', kind: 'form', fields: [] }],
}
