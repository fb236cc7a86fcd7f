import { html } from 'hono/html'
import { type AccountStatus, deliveryModes, type SyncStatus } from '../../wire/enums.ts'
import type { AccountConfig } from '../../wire/start-request.ts'
import { emptyState, type Html, providerBadge, returnFields, type ScreenInput } from './screen.ts'

/** The actions on a linked account, by the status that they set. */
const actions: readonly { status: AccountStatus; label: string }[] = [
  { status: 'disconnected', label: 'Disconnect' },
  { status: 'errored', label: 'Break' },
  { status: 'partial', label: 'Break partly' },
  { status: 'degraded', label: 'Degrade' },
  { status: 'running', label: 'Run' },
]

/** The actions on its initial sync. */
const syncActions: readonly { status: SyncStatus; label: string }[] = [
  { status: 'running', label: 'Sync' },
  { status: 'failed', label: 'Fail sync' },
]

/** Lists the linked accounts with their actions, and sets how events are delivered. */
export function accountsScreen(input: ScreenInput): Html {
  const { accounts, webhooks } = input.view
  return html`${
    accounts.length === 0
      ? emptyState(
          'accounts',
          'No linked accounts',
          'Linked accounts appear here, with buttons that break them.',
        )
      : html`<ol class="stack">
          ${accounts.map(
            (account) => html`<li class="card account">
              <header>
                ${providerBadge(account.provider)}
                <span class="status" data-status="${account.status}">${account.status}${account.locked ? ', locked' : ''}</span>
              </header>
              <h2>${account.name}</h2>
              <p class="to">${account.to}</p>
              ${settings(account.config)}
              <form method="post" action="/phone/accounts/${account.id}" class="actions">
                ${returnFields(input)}
                ${actions
                  .filter(({ status }) => status !== account.status)
                  .map(
                    ({
                      status,
                      label,
                    }) => html`<button name="status" value="${status}" id="${status}-${account.id}">
                      ${label}<span class="visually-hidden"> ${account.name}</span>
                    </button>`,
                  )}
              </form>
              <form method="post" action="/phone/accounts/${account.id}/lock" class="actions">
                ${returnFields(input)}
                <button name="locked" value="${!account.locked}" id="lock-${account.id}">
                  ${account.locked ? 'Unlock' : 'Lock'}<span class="visually-hidden"> ${account.name}</span>
                </button>
              </form>
              <p class="hint">Initial sync: ${account.sync}</p>
              <form method="post" action="/phone/accounts/${account.id}/sync" class="actions">
                ${returnFields(input)}
                ${syncActions
                  .filter(({ status }) => status !== account.sync)
                  .map(
                    ({
                      status,
                      label,
                    }) => html`<button name="status" value="${status}" id="sync-${status}-${account.id}">
                      ${label}<span class="visually-hidden"> of ${account.name}</span>
                    </button>`,
                  )}
              </form>
            </li>`,
          )}
        </ol>`
  }
  <form method="post" action="/phone/webhooks" class="card">
    ${returnFields(input)}
    <label for="mode">Delivery of events</label>
    <div class="field-row">
      <select id="mode" name="mode">
        ${deliveryModes.map(
          (mode) =>
            html`<option value="${mode}" ${mode === webhooks.mode ? 'selected' : ''}>${mode}</option>`,
        )}
      </select>
      <button>Set</button>
    </div>
    <p class="hint">Doubled, reordered and lost test what a webhook receiver must handle.</p>
  </form>`
}

/** Shows what the start asked for besides the credentials. */
function settings(config: AccountConfig | undefined): Html | '' {
  const rows = config === undefined ? [] : settingRows(config)
  if (rows.length === 0) return ''
  return html`<dl class="settings">
    ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`
}

function settingRows(config: AccountConfig): [name: string, value: string][] {
  const { custom_proxy: proxy, auto_proxy_config: near, products, initial_sync_enable, oauth_scope } = config
  const rows: [string, string | undefined][] = [
    ['Proxy', proxy && `${proxy.protocol ?? 'http'}://${proxy.host}:${proxy.port}`],
    ['Proxy near', near && ([near.country?.toUpperCase(), near.ip].filter(Boolean).join(', ') || 'anywhere')],
    ['Products', products?.join(', ')],
    ['Initial sync', initial_sync_enable === undefined ? undefined : initial_sync_enable ? 'on' : 'off'],
    ['Scopes', oauth_scope?.join(' ')],
  ]
  return rows.flatMap(([name, value]) => (value ? [[name, value]] : []))
}
