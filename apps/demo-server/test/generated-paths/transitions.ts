import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'

/** Names a transition of the machine by its state, its event and its index among that event's transitions. */
export function transitionKey(transition: AnyTransitionDefinition): string {
  const { source, eventType } = transition
  const among = eventType === '' ? (source.always ?? []) : (source.transitions.get(eventType) ?? [])
  const place = among.indexOf(transition)
  const event = eventType === '' ? 'always' : eventType.replace(/^xstate\.(done|error)\.actor\..*$/, '$1')
  return `${source.id} ${event}${among.length > 1 ? ` ${place + 1}` : ''}`
}

/** Returns every transition that the machine defines, except those with this guard. */
export function allTransitions(node: AnyStateNode, exceptGuard: string): string[] {
  const own = [...node.transitions.values(), node.always ?? []].flat()
  const counted = own.filter(({ guard }) => guardOf(guard) !== exceptGuard)
  const below = Object.values(node.states).flatMap((state) => allTransitions(state, exceptGuard))
  return [...counted.map(transitionKey), ...below]
}

function guardOf(guard: unknown): unknown {
  return typeof guard === 'object' && guard !== null && 'type' in guard ? guard.type : guard
}
