import { ConnectError } from '@connect-account/core'

/** What an option may be: a test, and its name in a message. */
type Rule = readonly [isValid: (value: unknown) => boolean, expected: string]
export type Rules = Readonly<Record<string, Rule>>

const isObject = (value: unknown) => typeof value === 'object' && value !== null
const isText = (value: unknown) => typeof value === 'string'
const isFunction = (value: unknown) => typeof value === 'function'
const hasMethods =
  (...names: readonly string[]) =>
  (value: unknown) =>
    Object(value) === value && names.every((name) => typeof Reflect.get(Object(value), name) === 'function')

const text: Rule = [isText, 'a string']
const callback: Rule = [isFunction, 'a function']
const flag: Rule = [(value) => typeof value === 'boolean', 'a boolean']

export function oneOf(...values: readonly string[]): Rule {
  return [
    (value) => values.some((known) => known === value),
    values.map((value) => `"${value}"`).join(' or '),
  ]
}

/** How a component reaches the host's backend. */
export const sessionRules: Rules = {
  session: [(value) => isText(value) || isFunction(value), 'a token or a function that resolves to one'],
  baseUrl: text,
  userKey: text,
  onError: callback,
}

export const flowRules: Rules = {
  ...sessionRules,
  transport: [
    hasMethods('listProviders', 'startIntent', 'getIntent', 'solve', 'watch'),
    'a ConnectTransport',
  ],
  providers: [(value) => Array.isArray(value) && value.every(isText), 'an array of provider ids'],
  accountId: text,
  intentId: text,
  id: text,
  oauth: oneOf('redirect', 'popup'),
  loginHint: text,
  continueOnPhone: [(value) => flag[0](value) || isFunction(value), 'a boolean or a function'],
  hostedPage: callback,
  waitForSync: flag,
  memory: [
    (value) => value === null || hasMethods('read', 'write', 'clear')(value),
    'null or an object with read, write and clear',
  ],
  onEnd: callback,
  onLinked: callback,
  onClose: callback,
}

export const lookRules: Rules = {
  appearance: oneOf('auto', 'light', 'dark', 'system'),
  messages: [(value) => isObject(value) && !Array.isArray(value), 'an object of texts'],
  captcha: [hasMethods('mount'), 'a CaptchaAdapter, an object with a function "mount"'],
  nonce: text,
}

export interface Checked<T> {
  /** `options` without what is not valid, so that the defaults hold. */
  readonly valid: T
  readonly mistakes: readonly ConnectError[]
}

/** Finds what JavaScript, or data from elsewhere, passed where the types allow something else. Never repeats a value that could be secret. */
export function checkOptions<T extends object>(options: T, rules: Rules): Checked<T> {
  const mistakes: ConnectError[] = []
  const entries = Object.entries(options).filter(([name, value]) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (!rule || value === undefined || rule[0](value)) return true
    const detail = `"${name}" has to be ${rule[1]}, and is ${show(value)}; it is ignored`
    mistakes.push(new ConnectError('invalid_option', { detail }))
    return false
  })
  return mistakes.length > 0
    ? { valid: Object.fromEntries(entries) as T, mistakes }
    : { valid: options, mistakes }
}

function show(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array with something else in it'
  return typeof value === 'object' ? 'an object of another kind' : `a ${typeof value}`
}
