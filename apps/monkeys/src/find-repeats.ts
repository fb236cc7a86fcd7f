import type { Call } from './witness.ts'

/**
 * Returns what several quick clicks on one button did more than once.
 * @param calls - Those since the first click.
 * @param newTabs - How many tabs and windows have opened since then.
 * @param areRetried - Whether calls may have failed on the network: those that may be repeated then are.
 */
export function findRepeats(calls: readonly Call[], newTabs: number, areRetried: boolean): string[] {
  const repeats: string[] = []
  if (newTabs > 1) repeats.push(`opened ${newTabs} windows`)
  const starts = new Set(
    calls.filter(({ method, path }) => method === 'POST' && path === '/intents').map(({ key }) => key),
  )
  if (starts.size > 1) repeats.push(`started ${starts.size} sign-ins`)
  const once = calls.filter(
    ({ method, path }) =>
      (method === 'POST' && /\/(solve|resend)$/.test(path)) ||
      (!areRetried && (method === 'DELETE' || method === 'PATCH')),
  )
  const counts = new Map<string, number>()
  for (const { method, path, checkpoint = '' } of once) {
    const what = `${method} ${path} ${checkpoint}`.trimEnd()
    counts.set(what, (counts.get(what) ?? 0) + 1)
  }
  for (const [what, count] of counts) if (count > 1) repeats.push(`sent ${what} ${count} times`)
  return repeats
}
