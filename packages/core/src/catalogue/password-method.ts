import type { MethodOf } from '../protocol/index.ts'

/**
 * Signing in with a name and a password. `label` names the method, `username` what the provider accepts as a
 * name.
 */
export function passwordMethod(label: string, username: string): MethodOf<'form'> {
  return {
    id: 'credentials',
    kind: 'form',
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
