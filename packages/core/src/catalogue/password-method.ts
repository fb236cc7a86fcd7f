import type { Method } from '../protocol/index.ts'

/** Signing in with a name and a password. `label` names the method, `username` what the provider takes for a name. */
export function passwordMethod(label: string, username: string): Method {
  return {
    id: 'credentials',
    label,
    fields: [
      { name: 'username', label: username, type: 'text', autocomplete: 'username', required: true },
      {
        name: 'password',
        label: 'Password',
        type: 'password',
        autocomplete: 'current-password',
        required: true,
      },
    ],
  }
}
