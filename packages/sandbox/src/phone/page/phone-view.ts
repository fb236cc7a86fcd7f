import { authenticatorCode, authenticatorSecret } from '../../checkpoints/authenticator-secret.ts'
import type { Intents } from '../../flow/intents.ts'
import { providerById } from '../../providers/index.ts'
import type { Runtime } from '../../state/runtime.ts'
import type { Message } from '../../state/state.ts'
import type { PhoneContents } from '../../wire/phone-contents.ts'

/** Returns what is on the phone: one person's, or everyone's if `to` is undefined. Newest first. */
export function phoneView({ store, now }: Runtime, intents: Intents, to: string | undefined): PhoneContents {
  const { messages, accounts, deliveryMode } = store.state
  const isTheirs = (item: { to: string }) => to === undefined || item.to === to
  return {
    to: to ?? null,
    messages: messages.filter(isTheirs).map(messageView).toReversed(),
    approvals: intents
      .openApprovals()
      .filter(isTheirs)
      .map(({ id, to, provider, askedAt, display }) => ({
        id,
        to,
        provider: providerLabel(provider),
        askedAt: iso(askedAt),
        ...(display && { asksFor: display.type, choices: display.choices }),
      })),
    totp: to === undefined ? null : { secret: authenticatorSecret(to), ...authenticatorCode(to, now()) },
    accounts: accounts
      .filter((account) => to === undefined || account.signInName === to)
      .map((account) => ({
        id: account.id,
        to: account.signInName,
        provider: providerLabel(account.provider),
        name: account.name,
        status: account.status,
        locked: account.isLocked,
        ...(account.product !== undefined && { product: account.product }),
        sync: account.sync.status,
        ...(account.statusReason !== undefined && { reason: account.statusReason }),
        ...(account.config !== undefined && { config: account.config }),
      }))
      .toReversed(),
    codes: intents
      .shownQrCodes()
      .map(({ provider, token, createdAt }) => ({
        provider: providerLabel(provider),
        token,
        since: iso(createdAt),
      }))
      .toReversed(),
    webhooks: { mode: deliveryMode },
  }
}

function messageView(message: Message): PhoneContents['messages'][number] {
  return {
    id: message.id,
    to: message.to,
    provider: providerLabel(message.provider),
    channel: message.channel,
    text: message.text,
    code: message.code,
    sentAt: iso(message.sentAt),
  }
}

function providerLabel(id: string): string {
  return providerById(id)?.label ?? id
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
