import { html } from 'hono/html'
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
          <button id="approve-${approval.id}" name="approve" value="true" class="primary">Approve</button>
        </form>
      </li>`,
    )}
  </ol>`
}
