/** The policy that the host allows in its `trusted-types` directive. */
const POLICY = 'connect-account'

/** `window.trustedTypes` (W3C Trusted Types, section 2.3), which TypeScript's DOM types lack. */
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
 * Makes `url` usable as a script's `src`, also in a page that enforces Trusted Types.
 * Throws an error that names the policy to allow if the page forbids it.
 */
export function scriptUrl(url: string): string {
  const factory: unknown = Reflect.get(window, 'trustedTypes')
  if (!isFactory(factory)) return url
  try {
    // Created once, because a page may refuse a second policy of the same name.
    policy ??= factory.createPolicy(POLICY, { createScriptURL: (address) => address })
  } catch (cause) {
    throw new Error(
      `This page enforces Trusted Types: add "${POLICY}" to the "trusted-types" directive of its Content Security Policy.`,
      { cause },
    )
  }
  return policy.createScriptURL(url)
}
