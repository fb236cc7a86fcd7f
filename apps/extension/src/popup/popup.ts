import type { RenewalState } from '@connect-account/extension'
import { appUrl } from '../backend-address.ts'
import { ask, type Request } from '../requests.ts'
import { type Description, describe } from './describe.ts'

const find = (id: string) => {
  const element = document.getElementById(id)
  if (!element) throw new Error(`popup.html has no #${id}.`)
  return element
}
const parts = {
  heading: find('heading'),
  text: find('text'),
  terms: find('terms'),
  primary: find('primary'),
  secondary: find('secondary'),
  checked: find('checked'),
}
let isBusy = false

function show(state: RenewalState): void {
  const description = describe(state, appUrl)
  parts.heading.textContent = description.heading
  parts.text.textContent = description.text
  parts.terms.hidden = !description.hasTerms
  showButton(parts.primary, description.primary)
  showButton(parts.secondary, description.secondary)
  const at = state.checkedAt && new Date(state.checkedAt).toLocaleString()
  parts.checked.textContent = at && state.status !== 'off' ? `Last checked: ${at}` : ''
}

function showButton(element: HTMLElement, button: Description['secondary']): void {
  element.hidden = !button
  if (!button) return
  const { label, act } = button
  element.textContent = label
  element.onclick = () => (typeof act === 'string' ? void run(act) : window.open(act.open, '_blank'))
}

async function run(request: Request): Promise<void> {
  if (isBusy) return
  isBusy = true
  parts.primary.ariaDisabled = 'true'
  if (request !== 'state') parts.text.textContent = 'One moment…'
  try {
    show(await ask(request))
  } finally {
    isBusy = false
    parts.primary.ariaDisabled = 'false'
  }
  parts.heading.focus()
}

find('backend').textContent = new URL(appUrl).host
await run('state')
