import { html } from 'hono/html'
import { comeBack, emptyState, type Html, type ScreenInput, timeOfDay } from './screen.ts'

/** The sign-ins that ask for a tap. */
export function approvalsScreen(input: ScreenInput): Html {
  const { approvals } = input.view
  if (approvals.length === 0) {
    return emptyState(
      'approvals',
      'Nothing to approve',
      html`Sign-ins that want a tap on the phone show up here. Try <code>in-app.anna@sandbox.test</code>.`,
    )
  }
  return html`<ol class="stack">
    ${approvals.map(
      (approval) => html`<li class="card approval">
        <h2>Is it you signing in to ${approval.provider}?</h2>
        <p class="to">${approval.to} · ${timeOfDay(approval.askedAt)}</p>
        <form method="post" action="/phone/approve" class="pair">
          ${comeBack(input)}
          <input type="hidden" name="to" value="${approval.to}" />
          <button id="decline-${approval.id}" name="approve" value="false" class="danger">Decline</button>
          <button id="approve-${approval.id}" name="approve" value="true" class="primary">Approve</button>
        </form>
      </li>`,
    )}
  </ol>`
}
