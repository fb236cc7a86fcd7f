import { html } from 'hono/html'
import type { PhoneContents } from '../../wire/phone-contents.ts'
import { emptyState, type Html, providerBadge, type ScreenInput, timeOfDay } from './screen.ts'

const channelNames: Record<PhoneContents['messages'][number]['channel'], string> = {
  EMAIL: 'Email',
  SMS: 'SMS',
  WHATSAPP: 'WhatsApp',
}

/** Lists the codes that were sent, newest first. */
export function messagesScreen({ view }: ScreenInput): Html {
  if (view.messages.length === 0) {
    return emptyState(
      'messages',
      'No messages yet',
      html`Codes appear here. Sign in as <code>otp.anna@sandbox.test</code> with any password to get one.`,
    )
  }
  return html`<ol class="stack">
    ${view.messages.map(
      (message) => html`<li class="card message">
        <header>
          ${providerBadge(message.provider)}
          <span class="badge" data-channel="${message.channel}">${channelNames[message.channel]}</span>
          ${timeOfDay(message.sentAt)}
        </header>
        <p class="code-row">
          <strong class="code">${message.code}</strong>
          <button type="button" class="copy" id="copy-${message.id}" data-copy="${message.code}">
            <span data-copy-label>Copy</span><span class="visually-hidden"> the code ${message.code}</span>
          </button>
        </p>
        <p class="text">${message.text}</p>
        <p class="to">To ${message.to}</p>
      </li>`,
    )}
  </ol>`
}
