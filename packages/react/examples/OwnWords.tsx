import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount } from '@connect-account/react'
import { scriptAt } from './script.ts'

/** The host replaces some messages. */
export function OwnWords() {
  return (
    <ConnectAccount
      transport={scriptedTransport(scriptAt({ type: 'in_app', id: 'approval' }))}
      intentId="intent-1"
      memory={null}
      messages={{
        in_app: { heading: 'Un œil sur votre téléphone', text: (provider) => `Validez dans ${provider}.` },
        actions: { cancel: 'Annuler', anotherWay: 'Un autre moyen' },
        code: { waiting: 'En attente…' },
      }}
    />
  )
}
