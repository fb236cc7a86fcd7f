import type { FlowScreen, Screen } from './screen.ts'

/** The steps that end without the user: the server, a phone or a time limit ends them. */
const waits = new Set(['preparing', 'loading', 'qr', 'show', 'in_app'])

/**
 * Returns why a user who sees this cannot do anything, or `undefined` if there is a way on or out. The
 * dialog's own Close button does not count: it is always there, and what it closes opens again.
 */
export function findDeadEnd(screen: Screen): string | undefined {
  if (screen.place === 'link' && !screen.flow)
    return screen.notice === '' ? 'The page of the link is blank.' : undefined
  if (screen.place !== 'demo' && screen.place !== 'link') return undefined
  if (screen.flow) return findDeadEndOfFlow(screen.flow)
  if (!screen.ways.some(({ isEnabled, label }) => isEnabled && label === 'Connect an account'))
    return 'The page offers no way to connect an account.'
  if (screen.list === 'unavailable' && !screen.ways.some(({ label }) => label === 'Try again'))
    return 'The list is unavailable and cannot be loaded again.'
  return undefined
}

function findDeadEndOfFlow({ step, heading, ways, isBusy }: FlowScreen): string | undefined {
  if (heading === '') return 'The dialog is blank.'
  if (isBusy || waits.has(step) || ways.some(({ isPending }) => isPending)) return undefined
  const isWay = ways.some(({ kind, isEnabled, isClose }) => kind !== 'field' && isEnabled && !isClose)
  return isWay ? undefined : `The screen “${heading}” has no way on or out.`
}
