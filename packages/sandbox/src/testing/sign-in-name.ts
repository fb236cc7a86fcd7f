import {
  type CheckpointStep,
  type EndStep,
  type FaultStep,
  isPersona,
  parsePersona,
  personaDomain,
} from '../persona/persona.ts'

/** `Script` if it is a valid script, `never` if a step does not exist. A text known only at run time is checked then. */
export type PersonaScript<Script extends string> = string extends Script
  ? Script
  : Script extends `${infer Step}+${infer Rest}`
    ? Step extends CheckpointStep | FaultStep
      ? `${Step}+${PersonaScript<Rest>}`
      : never
    : Script extends CheckpointStep | FaultStep | EndStep
      ? Script
      : never

/**
 * Builds a persona's sign-in name: `signInName('otp+contract', 'anna')` is `otp+contract.anna@sandbox.test`.
 * Give each test a `name` of its own, because the sandbox remembers people and their accounts.
 * @throws TypeError if a step does not exist or the name has characters that a sign-in name cannot have.
 */
export function signInName<Script extends string>(
  script: Script & PersonaScript<Script>,
  name: string,
): string {
  const persona = parsePersona(`${script}.${name}@${personaDomain}`)
  if (!isPersona(persona)) throw new TypeError(`signInName: ${persona.problem}`)
  return persona.signInName
}
