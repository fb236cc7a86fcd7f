import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import type { enShow } from '../../../locales/en-show.ts'

/** What to do with what is shown, and the steps on the phone if they are known. */
export function describeShow(
  { show, provider }: Pick<ConnectStepOf<'show'>, 'show' | 'provider'>,
  words: (typeof enShow)['show'],
): { readonly heading: string; readonly instructions: readonly string[] } {
  const key = `${provider.id}.${show.kind}`
  return {
    heading: words.kinds[show.kind],
    instructions: Object.hasOwn(words.steps, key) ? (words.steps[key] ?? []) : [],
  }
}
