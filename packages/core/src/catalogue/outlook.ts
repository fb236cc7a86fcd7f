import type { Provider } from '../protocol/index.ts'

export const outlook: Provider = {
  id: 'outlook',
  name: 'Outlook',
  kind: 'email',
  icon: [
    { path: 'M8.5 2.5h11A1.5 1.5 0 0 1 21 4v10H7V4a1.5 1.5 0 0 1 1.5-1.5Z', color: '#0364b8' },
    { path: 'M8.5 2.5h3.2v4.2H7V4a1.5 1.5 0 0 1 1.5-1.5Zm3.2 4.2h4.6v4.2h-4.6Z', color: '#0f78d4' },
    { path: 'M11.7 2.5h4.6v4.2h-4.6Zm4.6 4.2H21v4.2h-4.7Z', color: '#28a8ea' },
    { path: 'M16.3 2.5h3.2A1.5 1.5 0 0 1 21 4v2.7h-4.7Z', color: '#50d9ff' },
    { path: 'M6.5 12.2 14.7 17l8.3-4.8V20a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20Z', color: '#35b8f1' },
    { path: 'M23 12.2V20a1.5 1.5 0 0 1-1.5 1.5H8c-.4 0-.8-.2-1-.4Z', color: '#1490df' },
    {
      path: 'M2.2 6.5h8.6A1.2 1.2 0 0 1 12 7.7v8.6a1.2 1.2 0 0 1-1.2 1.2H2.2A1.2 1.2 0 0 1 1 16.3V7.7a1.2 1.2 0 0 1 1.2-1.2Z',
      color: '#0f6cbd',
    },
    {
      path: 'M6.5 8.8c2 0 3.2 1.4 3.2 3.2s-1.2 3.2-3.2 3.2-3.2-1.4-3.2-3.2 1.2-3.2 3.2-3.2Zm0 1.4c-1 0-1.6.7-1.6 1.8s.6 1.8 1.6 1.8 1.6-.7 1.6-1.8-.6-1.8-1.6-1.8Z',
      color: '#ffffff',
    },
  ],
  methods: [{ id: 'consent', kind: 'consent' }],
}
