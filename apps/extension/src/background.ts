import { createLinkedInRenewal } from '@connect-account/extension'
import { accounts, transport } from './backend.ts'
import { isRequest, type Request } from './requests.ts'

/** Minutes between two looks at the account. */
const PERIOD = 15
const ALARM = 'check'

const renewal = createLinkedInRenewal({ browser: chrome, transport, accounts })
const answers: Record<Request, () => ReturnType<typeof renewal.state>> = {
  state: renewal.state,
  connect: renewal.connect,
  check: renewal.check,
  turn_off: renewal.turnOff,
}

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === ALARM) void renewal.check()
})
// The browser may forget alarms when it is updated, so each start of the worker sees that there is one.
async function keepAlarm(): Promise<void> {
  if (!(await chrome.alarms.get(ALARM))) await chrome.alarms.create(ALARM, { periodInMinutes: PERIOD })
}
void keepAlarm()

chrome.cookies.onChanged.addListener(({ cookie, removed }) => {
  // The user has signed in to LinkedIn again.
  if (!removed && cookie.name === 'li_at' && cookie.domain.endsWith('linkedin.com')) void renewal.check()
})

chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
  if (sender.id !== chrome.runtime.id || !isRequest(message)) return false
  void answers[message]().then(respond)
  // The response comes later.
  return true
})
