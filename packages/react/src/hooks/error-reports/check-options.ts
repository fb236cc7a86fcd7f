import { ConnectError } from '@connect-account/core'

/** The allowed types of each option: names of `typeof`, `array`, or literal values. */
export type Rules = Readonly<Record<string, string>>

/** How a component reaches the host's backend. */
export const sessionRules: Rules = {
  session: 'string or function',
  baseUrl: 'string',
  userKey: 'string',
  onError: 'function',
}

export const flowRules: Rules = {
  ...sessionRules,
  transport: 'object',
  providers: 'array',
  accountId: 'string',
  intentId: 'string',
  id: 'string',
  consent: 'redirect or popup',
  loginHint: 'string',
  continueOnPhone: 'boolean or function',
  hostedPage: 'function',
  waitForSync: 'boolean',
  memory: 'object or null',
  onEnd: 'function',
  onLinked: 'function',
  onClose: 'function',
  onEvent: 'function',
}

export const lookRules: Rules = {
  appearance: 'auto or light or dark or system or object',
  brand: 'object',
  connected: 'array',
  introduction: 'boolean or object',
  className: 'string',
  style: 'object',
  locale: 'object',
  messages: 'object',
  captcha: 'object',
  slots: 'object',
  nonce: 'string',
}

export interface Checked<T> {
  /** `options` without the invalid ones, so that the defaults apply. */
  readonly valid: T
  readonly mistakes: readonly ConnectError[]
}

/**
 * Finds options of the wrong type, which plain JavaScript may pass. Never repeats a value, because it could
 * be secret.
 */
export function checkOptions<T extends object>(options: T, rules: Rules): Checked<T> {
  const mistakes: ConnectError[] = []
  const entries = Object.entries(options).filter(([name, value]) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
    const allowed = rule?.split(' or ') ?? []
    if (!rule || value === undefined || allowed.includes(kind) || allowed.includes(value)) return true
    const detail = `"${name}" must be ${rule}; the value that was passed (${kind}) is ignored`
    mistakes.push(new ConnectError('invalid_option', { detail }))
    return false
  })
  return { valid: mistakes.length > 0 ? (Object.fromEntries(entries) as T) : options, mistakes }
}
