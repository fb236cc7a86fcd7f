/** The name of the policy, for the host's `trusted-types` directive. */
const POLICY = 'connect-account'

/** What browsers without types for it have at `window.trustedTypes` (W3C Trusted Types, section 2.3). */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string
  }
}

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined

function isFactory(value: unknown): value is PolicyFactory {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}

/**
 * An address that a script may be loaded from, also in a page that enforces Trusted Types. Throws an error that says what to allow
 * if that page does not allow the policy.
 */
export function scriptUrl(url: string): string {
  const factory: unknown = Reflect.get(window, 'trustedTypes')
  if (!isFactory(factory)) return url
  try {
    // Made once: a page may refuse a second policy of the same name.
    policy ??= factory.createPolicy(POLICY, { createScriptURL: (address) => address })
  } catch (cause) {
    throw new Error(
      `This page enforces Trusted Types: add "${POLICY}" to the "trusted-types" directive of its Content Security Policy.`,
      { cause },
    )
  }
  return policy.createScriptURL(url)
}
