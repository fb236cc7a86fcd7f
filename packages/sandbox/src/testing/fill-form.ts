/** A field of a sign-in form, as the server sends it to the browser. */
export interface FormField {
  readonly name: string
  readonly type: string
  readonly placeholder?: string | undefined
  readonly options?: readonly { readonly value: string }[] | undefined
  /** The credentials that a field for a cookie export fills. */
  readonly cookies?: readonly { readonly credential: string; readonly required: boolean }[] | undefined
}

/**
 * Fills in a provider's sign-in form for a persona.
 * @param fields - Those of the method: `provider.methods[0].fields`.
 * @param password - Default: one that is right. `wrong` is the one that is not.
 * @returns the credentials for the start.
 * @throws Error for a field that the sandbox has no value for.
 */
export function fillForm(
  fields: readonly FormField[],
  signInName: string,
  password = 'right',
): Record<string, string> {
  return Object.assign({}, ...fields.map((field) => fillField(field, signInName, password)))
}

function fillField(
  { name, type, placeholder, options, cookies }: FormField,
  signInName: string,
  password: string,
): Record<string, string> {
  if (cookies) {
    const required = cookies.filter((cookie) => cookie.required)
    // A cookie's value is the sign-in name; the browser's agent belongs to it.
    const values = required.map(({ credential }) => [credential, signInName])
    return { ...Object.fromEntries(values), user_agent: 'sandbox-testing/1.0' }
  }
  if (type === 'password') return { [name]: password }
  if (name === 'username' || name === 'user') return { [name]: signInName }
  // Hosts of the personas' domain: nothing is connected to.
  if (name.endsWith('_host')) return { [name]: `${name.replace('_host', '')}.sandbox.test` }
  const offered = options?.[0]?.value ?? placeholder
  if (offered !== undefined) return { [name]: offered }
  throw new Error(`fillForm has no value for the field ${name}.`)
}
