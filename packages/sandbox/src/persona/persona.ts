/** The steps of a sign-in name's script. Checkpoints and faults run in order; an end comes last. */
export const checkpointSteps = [
  'otp',
  'otp-8',
  'otp-letters',
  '2fa-sms',
  '2fa-app',
  '2fa-whatsapp',
  'twofa',
  'in-app',
  'number',
  'emoji',
  'show-code',
  'otp-or-in-app',
  'otp-or-number',
  'phone',
  'captcha',
  'contract',
  'challenge',
  'loading',
  'novel',
] as const
export const faultSteps = [
  'slow',
  'outage',
  'rate-limited',
  'in-progress',
  'timeout',
  'garbage',
  'reset',
  'oauth-error',
  'return-without-id',
  'return-with-title',
] as const
export const endSteps = ['plain', 'duplicate', 'restricted', 'mismatch'] as const

export type CheckpointStep = (typeof checkpointSteps)[number]
export type FaultStep = (typeof faultSteps)[number]
export type EndStep = (typeof endSteps)[number]

/** The domain of every persona; RFC 2606 reserves `.test`. */
export const personaDomain = 'sandbox.test'

export interface Persona {
  /** The whole sign-in name, lower case: `captcha+otp.anna@sandbox.test`. */
  readonly signInName: string
  /** What follows the first dot; `''` without one. */
  readonly name: string
  /** Checkpoints and faults, in order. */
  readonly steps: readonly (CheckpointStep | FaultStep)[]
  readonly end: EndStep
}

/** Why a text is not a persona's sign-in name, for the person who typed it. */
export interface NoPersona {
  readonly problem: string
}

/**
 * Reads a sign-in name as a script: `<steps>[.<name>]@sandbox.test`, with steps joined by `+`. Never throws.
 * It does not trim, because LinkedIn does not.
 * @param shorthand - Whether the domain may be omitted, as on the phone. Default: false.
 */
export function parsePersona(text: string, { shorthand = false } = {}): Persona | NoPersona {
  const whole = text.toLowerCase()
  const at = whole.lastIndexOf('@')
  const local = at === -1 ? whole : whole.slice(0, at)
  const domain = at === -1 && shorthand ? personaDomain : whole.slice(at + 1)
  if (domain !== personaDomain) {
    return { problem: `Unknown sign-in name. The sandbox only has names at ${personaDomain}.` }
  }
  const dot = local.indexOf('.')
  const script = dot === -1 ? local : local.slice(0, dot)
  const name = dot === -1 ? '' : local.slice(dot + 1)
  if (script === '' && name === '') {
    return { problem: `The name before @${personaDomain} is missing. Try plain.anna@${personaDomain}.` }
  }
  if (!/^[\p{L}\p{N}._-]*$/u.test(name)) {
    return {
      problem: `A person's name has letters, digits, dots and dashes, and comes last: otp+contract.anna.`,
    }
  }
  const words = script === '' ? [] : script.split('+')
  const steps: (CheckpointStep | FaultStep)[] = []
  let end: EndStep = 'plain'
  for (const [index, word] of words.entries()) {
    if (isStep(word)) steps.push(word)
    else if (!isEnd(word)) return { problem: unknownStep(word) }
    else if (index < words.length - 1) return { problem: `"${word}" is an end. Nothing can follow it.` }
    else end = word
  }
  return { signInName: `${local}@${personaDomain}`, name, steps, end }
}

export function isPersona(read: Persona | NoPersona): read is Persona {
  return 'steps' in read
}

export function isFault(step: CheckpointStep | FaultStep): step is FaultStep {
  return includes(faultSteps, step)
}

function isStep(word: string): word is CheckpointStep | FaultStep {
  return includes(checkpointSteps, word) || includes(faultSteps, word)
}

function isEnd(word: string): word is EndStep {
  return includes(endSteps, word)
}

function includes(words: readonly string[], word: string): boolean {
  return words.includes(word)
}

function unknownStep(word: string): string {
  const known = [...checkpointSteps, ...endSteps, ...faultSteps].join(', ')
  return `Unknown step "${word}". Known steps: ${known}.`
}
