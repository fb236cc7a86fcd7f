import type { LinkPage, Timings } from '../src/index.ts'

export const sessionSecret = 'a secret for tests of thirty-two characters'
export const webhookSecret = 'a webhook secret of the tests'
export const apiKey = 'key-that-is-never-shown'

/** Timings that let a test see minutes in milliseconds. */
export const quick: Partial<Timings> = {
  upstreamTimeoutMs: 1_000,
  waitTimeoutMs: 2_000,
  pollEveryMs: 30,
  backoffMaxMs: 60,
  leaseMs: 300,
  heartbeatMs: 50,
  webhookRetryMs: 30,
  eventRetryMs: 30,
  noticeDelayMinutes: 0,
  noticeRetryMs: 30,
  closeGraceMs: 500,
}

export function linkedin(username = 'anna@example.com', password = 'pass-word-1') {
  return { provider: 'linkedin', method: 'credentials', credentials: { username, password } }
}

export const whatsapp = { provider: 'whatsapp', method: 'qr' }

/** Jobs start at once and would disturb tests that count calls. The tests of jobs make them due. */
export const jobsDone =
  "insert into connect_jobs values ('reconcile', '2999-01-01'), ('housekeeping', '2999-01-01')"

/** The setting `links.ownerOf`. */
export const ownerOf = (userId: string) => ({ name: `${userId} of the host` })

/** What the visitor's browser sends when they continue with the link at `url`. */
export function opening(url: string, browser = 'a-browser-of-128-bits-'): Request {
  return new Request(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ browser }),
  })
}

/** A hosted page of one script, as `@connect-account/hosted` exports its own. */
export const builtPage: LinkPage = {
  html: '<!doctype html><script type="module" src="./assets/main-1.js"></script>',
  assets: {
    'main-1.js': { contentType: 'text/javascript; charset=utf-8', encoding: 'utf8', body: 'export {}' },
  },
}
