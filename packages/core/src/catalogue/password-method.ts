import type { MethodOf } from '../protocol/index.ts'

/** Signing in with a name and a password. */
export const passwordMethod: MethodOf<'form'> = {
  id: 'credentials',
  kind: 'form',
  fields: [
    { name: 'username', type: 'text', autocomplete: 'username', required: true },
    { name: 'password', type: 'password', autocomplete: 'current-password', required: true },
  ],
}
