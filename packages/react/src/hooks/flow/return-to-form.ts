import { type connectMachine, hasForm } from '@connect-account/core/internal'
import type { Actor, SnapshotFrom } from 'xstate'
import type { FlowDraft } from './flow-draft.ts'

/** Opens the sign-in form that the user was in when the flow was closed, unless the flow is elsewhere by then. */
export function returnToForm(
  actor: Actor<typeof connectMachine>,
  form: NonNullable<FlowDraft['form']>,
): void {
  const { providerId, methodId } = form

  function open(snapshot: SnapshotFrom<typeof connectMachine>) {
    if (snapshot.matches('idle') || snapshot.matches('loadingProviders')) return
    subscription.unsubscribe()
    const { offered, provider, method } = snapshot.context
    const known = offered.find(({ id }) => id === providerId)?.methods.find(({ id }) => id === methodId)
    if (!known || !hasForm(known)) return
    if (snapshot.matches('choosingProvider'))
      actor.send({ type: 'provider.choose', providerId, methodId, isResumed: true })
    else if (snapshot.matches('enteringCredentials') && provider?.id === providerId && method !== known)
      actor.send({ type: 'method.choose', methodId, isResumed: true })
  }

  const subscription = actor.subscribe(open)
  open(actor.getSnapshot())
}
