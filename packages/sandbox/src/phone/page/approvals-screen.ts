import { html } from 'hono/html'
import type { PhoneContents } from '../../wire/phone-contents.ts'
import { emptyState, type Html, returnFields, type ScreenInput, timeOfDay } from './screen.ts'

/** Lists the sign-ins to approve. */
export function approvalsScreen(input: ScreenInput): Html {
  const { approvals } = input.view
  if (approvals.length === 0) {
    return emptyState(
      'approvals',
      'Nothing to approve',
      html`Sign-ins to approve appear here. Try <code>in-app.anna@sandbox.test</code>.`,
    )
  }
  return html`<ol class="stack">
    ${approvals.map(
      (approval) => html`<li class="card approval">
        <h2>Are you signing in to ${approval.provider}?</h2>
        <p class="to">${approval.to} · ${timeOfDay(approval.askedAt)}</p>
        <form method="post" action="/phone/approve" class="pair">
          ${returnFields(input)}
          <input type="hidden" name="to" value="${approval.to}" />
          <button id="decline-${approval.id}" name="approve" value="false" class="danger">Decline</button>
          ${
            approval.asksFor === undefined
              ? html`<button id="approve-${approval.id}" name="approve" value="true" class="primary">Approve</button>`
              : ''
          }
        </form>
        ${compare(input, approval)}
      </li>`,
    )}
  </ol>`
}

/** What has to be tapped or entered to approve a sign-in that asks which value the page shows. */
function compare(input: ScreenInput, approval: PhoneContents['approvals'][number]): Html | '' {
  const { id, to, asksFor, choices = [] } = approval
  if (asksFor === undefined) return ''
  return html`<form method="post" action="/phone/approve" class="actions">
    ${returnFields(input)}
    <input type="hidden" name="to" value="${to}" />
    <input type="hidden" name="approve" value="true" />
    ${
      asksFor === 'CODE'
        ? html`<label for="value-${id}">Code that the page shows</label>
            <input id="value-${id}" name="value" required autocomplete="off" spellcheck="false" />
            <button class="primary" id="enter-${id}">Enter</button>`
        : html`<p>Tap the one that the page shows.</p>
            ${choices.map((choice) => html`<button name="value" value="${choice}">${choice}</button>`)}`
    }
  </form>`
}
