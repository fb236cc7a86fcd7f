import type { Session } from '../../session/session-tokens.ts'
import type { IntentRecord } from '../../store/intent-store.ts'
import type { IntentContext } from '../model/intent-context.ts'
import { readIntent } from './read-intent.ts'

/**
 * Ends the intent as `cancelled`; an ended intent stays as it is. Unipile has no such call: its side lapses
 * by itself.
 */
export async function cancelIntent(
  context: IntentContext,
  session: Session,
  id: string,
): Promise<IntentRecord> {
  const intent = await readIntent(context, session, id)
  const cancelled = await context.intents.advance(id, new Date(context.now()), async () => ({
    step: { type: 'cancelled' },
  }))
  return cancelled?.intent ?? intent
}
