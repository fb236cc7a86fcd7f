import type { Context } from 'hono'
import type { Intents } from '../flow/intents.ts'
import type { Runtime } from '../state/runtime.ts'
import type { Refusal } from '../wire/refusal.ts'
import { refusalResponse } from '../wire/refusal.ts'
import { wantsPage } from '../wire/request.ts'
import { type PhonePageInput, phonePage } from './page/phone-page.ts'
import { phoneView } from './page/phone-view.ts'
import { type Tab, tabs } from './page/screen.ts'
import { fullSignInName } from './phone-requests.ts'

/** Confirmations, by the `done` parameter of the redirect after a form. */
const notices = {
  approved: 'Approved. Look at the screen where you sign in.',
  declined: 'Declined. The sign-in was refused.',
  scanned: 'Scanned. Look at the screen that showed the code.',
  status: 'The status has changed.',
  mode: 'The delivery mode has changed.',
  expired: 'The code has expired.',
} as const

export type Notice = keyof typeof notices

/** The phone's responses: JSON for scripts (the default), or the page if the caller asks for HTML. */
export class PhoneResponses {
  readonly #runtime: Runtime
  readonly #intents: Intents

  constructor(runtime: Runtime, intents: Intents) {
    this.#runtime = runtime
    this.#intents = intents
  }

  show(c: Context): Response | Promise<Response> {
    const to = personOf(c.req.query('to'))
    if (!wantsPage(c)) return c.json(phoneView(this.#runtime, this.#intents, to))
    const scan = c.req.query('scan')
    const done = c.req.query('done')
    return this.#page(c, 200, {
      to,
      scan,
      tab: tabOf(c.req.query('tab')) ?? (scan === undefined ? 'messages' : 'scan'),
      notice: isNotice(done) ? { tone: 'done', text: notices[done] } : undefined,
    })
  }

  /** Responds after a change: `body` for scripts, or a redirect to `goTo` or to the screen of the form. */
  async done(
    c: Context,
    notice: Notice,
    body: Record<string, unknown>,
    goTo?: { tab: Tab; to: string },
  ): Promise<Response> {
    if (!wantsPage(c)) return c.json(body)
    const { tab, to } = goTo ?? (await screenOfForm(c))
    const query = new URLSearchParams({
      tab: tab ?? 'messages',
      ...(to !== undefined && { to }),
      done: notice,
    })
    return c.redirect(`/phone?${query.toString()}`, 303)
  }

  async refused(c: Context, refusal: Refusal): Promise<Response> {
    if (!wantsPage(c)) return refusalResponse(refusal)
    const { tab, to } = await screenOfForm(c)
    const { title, detail } = refusal
    return this.#page(c, refusal.status, {
      to,
      scan: undefined,
      tab: tab ?? 'messages',
      notice: { tone: 'failed', text: detail === undefined ? `${title}.` : `${title}. ${detail}` },
    })
  }

  #page(
    c: Context,
    status: Refusal['status'] | 200,
    { to, ...rest }: Omit<PhonePageInput, 'view'> & { to: string | undefined },
  ): Response | Promise<Response> {
    return c.html(phonePage({ ...rest, view: phoneView(this.#runtime, this.#intents, to) }), status)
  }
}

/** Reads from a form's hidden fields which screen it was on. */
async function screenOfForm(c: Context): Promise<{ tab: Tab | undefined; to: string | undefined }> {
  const { tab, view } = await c.req.parseBody()
  return {
    tab: typeof tab === 'string' ? tabOf(tab) : undefined,
    to: typeof view === 'string' ? personOf(view) : undefined,
  }
}

function personOf(text: string | undefined): string | undefined {
  return text?.trim() ? fullSignInName(text) : undefined
}

function tabOf(text: string | undefined): Tab | undefined {
  return tabs.find((tab) => tab === text)
}

function isNotice(text: string | undefined): text is Notice {
  return text !== undefined && Object.hasOwn(notices, text)
}
