import type { OutboxRow, Records } from './database-records.ts'

/** What the host was not told, or was told in another order than it happened in. */
export function findEventViolations(
  { accounts, intents, outbox }: Pick<Records, 'accounts' | 'intents' | 'outbox'>,
  received: readonly string[],
): string[] {
  const violations: string[] = []
  const known = new Set(outbox.map(({ id }) => id))
  const arrival = new Map(received.map((id, index) => [id, index]))
  const lastOf = new Map<string, { readonly event: OutboxRow; readonly at: number }>()
  for (const event of outbox) {
    const at = arrival.get(event.id)
    if (event.isPending) violations.push(`${event.id}: ${event.type} was not delivered yet`)
    if (event.wasGivenUp) violations.push(`${event.id}: ${event.type} was given up`)
    if (at === undefined) {
      violations.push(`${event.id}: ${event.type} did not reach the host`)
      continue
    }
    const last = lastOf.get(event.stream)
    if (last && last.at > at) {
      violations.push(`${event.stream}: ${event.type} reached the host before ${last.event.type}`)
    }
    lastOf.set(event.stream, { event, at })
  }
  for (const id of received) if (!known.has(id)) violations.push(`${id}: reached the host, was never stored`)

  const linked = new Set(outbox.filter(({ type }) => type === 'account.linked').map(({ stream }) => stream))
  for (const { id } of accounts) {
    if (!linked.has(id)) violations.push(`account ${id}: the host was not told that it is linked`)
  }
  const links = intents.reduce((sum, intent) => sum + intent.links, 0)
  const told = outbox.filter(({ type }) => type === 'account.linked' || type === 'account.relinked').length
  if (links !== told) violations.push(`${links} links, but ${told} events of them`)
  return violations
}
