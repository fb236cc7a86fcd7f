import { html } from 'hono/html'
import { accountsScreen } from './accounts-screen.ts'
import { approvalsScreen } from './approvals-screen.ts'
import { authenticatorScreen } from './authenticator-screen.ts'
import { icon } from './icons.ts'
import { messagesScreen } from './messages-screen.ts'
import { scanScreen } from './scan-screen.ts'
import { type Html, type ScreenInput, type Tab, tabs } from './screen.ts'

export interface PhonePageInput extends ScreenInput {
  /** The result of the last action. */
  readonly notice: { readonly tone: 'done' | 'failed'; readonly text: string } | undefined
}

const titles: Record<Tab, string> = {
  messages: 'Messages',
  approvals: 'Approvals',
  authenticator: 'Authenticator',
  scan: 'Scan',
  accounts: 'Accounts',
}
const barLabels: Record<Tab, string> = { ...titles, authenticator: 'Codes' }

/** The whole page. It works without its script, which refreshes it, copies codes and counts seconds. */
export function phonePage(input: PhonePageInput): Html {
  const { view, tab, notice } = input
  const people = [...new Set([...view.messages, ...view.approvals, ...view.accounts].map(({ to }) => to))]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <title>${titles[tab]} · Sandbox phone</title>
        <link rel="stylesheet" href="/phone/phone.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/phone/phone.js"></script>
      </head>
      <body>
        <aside class="about">
          <p class="brand">Sandbox phone</p>
          <p>Nothing here is real. Codes and approvals that a provider would send to a phone arrive on this one, and it scans QR codes.</p>
          <p>A sign-in name is a script: <code>otp.anna@sandbox.test</code> asks for a code, <code>captcha+phone+otp.ben@sandbox.test</code> for more. Any password except <code>wrong</code> is right.</p>
        </aside>
        <div class="phone">
          <header class="top">
            <h1>${titles[tab]}</h1>
            ${tab === 'scan' ? '' : personForm(input)}
            <datalist id="people">${people.map((name) => html`<option value="${name}"></option>`)}</datalist>
          </header>
          <main id="screen" data-tab="${tab}">
            ${notice ? html`<p class="notice" role="status" data-tone="${notice.tone}">${notice.text}</p>` : ''}
            ${screenOf(input)}
          </main>
          <nav aria-label="Screens" id="bar">
            ${tabs.map((name) => barItem(name, input))}
          </nav>
        </div>
      </body>
    </html>`
}

/** Selects one person. The scan screen has a field of its own for that. */
function personForm({ tab, view }: ScreenInput): Html {
  return html`<form method="get" action="/phone" class="person">
    <input type="hidden" name="tab" value="${tab}" />
    <label for="person" class="visually-hidden">Whose phone</label>
    <input id="person" name="to" value="${view.to ?? ''}" autocomplete="off" autocapitalize="none"
      placeholder="${tab === 'authenticator' ? '2fa-app.anna' : 'Everyone'}" spellcheck="false" list="people" />
    <button>Show</button>
  </form>`
}

function screenOf(input: ScreenInput): Html {
  switch (input.tab) {
    case 'messages':
      return messagesScreen(input)
    case 'approvals':
      return approvalsScreen(input)
    case 'authenticator':
      return authenticatorScreen(input)
    case 'scan':
      return scanScreen(input)
    case 'accounts':
      return accountsScreen(input)
  }
}

function barItem(name: Tab, { tab, view }: ScreenInput): Html {
  const waiting = {
    messages: 0,
    approvals: view.approvals.length,
    authenticator: 0,
    scan: view.codes.length,
    accounts: 0,
  }[name]
  const query = new URLSearchParams({ tab: name, ...(view.to !== null && { to: view.to }) })
  return html`<a href="/phone?${query.toString()}" id="tab-${name}" ${tab === name ? html`aria-current="page"` : ''}>
    ${icon(name)}<span>${barLabels[name]}</span>${
      waiting > 0 ? html`<b class="count">${waiting}<span class="visually-hidden"> waiting</span></b>` : ''
    }
  </a>`
}
