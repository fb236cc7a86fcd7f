import type { Page } from 'playwright'
import { buildPages, servePages } from '../apps.ts'
import type { Case } from '../case.ts'
import { serveBuilt } from '../front.ts'
import { openPage, type WatchedPage } from '../page.ts'
import type { Mode } from '../vite.ts'
import { chooseLinkedIn, newPersona, part, signIn } from '../walk.ts'

interface Mistake {
  /** Must match the line in the console. */
  readonly says: RegExp
  /** Must not match the text for the user, because it would be wrong. */
  readonly untrue?: RegExp
  /** Moves on to where the mistake shows. */
  readonly goOn?: (page: Page) => Promise<void>
}

const REPORT_LIMIT = 10_000
const ours = /^\[error\] Connect Account:/
/** What Chromium itself logs for a refused call. */
const calls = /Failed to load resource|net::ERR_|blocked by CORS policy/
const blamesTheUser = /session expired|sign in again|your connection|connection was lost/i

const toCaptcha = async (page: Page) => {
  await chooseLinkedIn(page)
  await signIn(page, newPersona('captcha'))
  await page.locator(part.step('captcha')).waitFor()
}

/** By their names in `fixtures/vite-pages/src/mistakes.tsx`. */
const mistakes: Readonly<Record<string, Mistake>> = {
  'providers: a string': { says: /providers/ },
  'providers: an unknown one': { says: /linkdin/ },
  'session: missing': { says: /session/, untrue: blamesTheUser },
  'session: undefined': { says: /session/, untrue: blamesTheUser },
  'session: an object': { says: /session/, untrue: blamesTheUser },
  'session: empty': { says: /session/, untrue: blamesTheUser },
  'session: rejects': { says: /session[\s\S]*401 of the host/, untrue: blamesTheUser },
  'session: throws': { says: /session[\s\S]*fetchSession is not ready/, untrue: blamesTheUser },
  'baseUrl: answers HTML': { says: /baseUrl/, untrue: blamesTheUser },
  'baseUrl: a number': { says: /baseUrl/, untrue: blamesTheUser },
  'baseUrl: no server': { says: /baseUrl|localhost:9/ },
  'appearance: unknown': { says: /appearance/ },
  'messages: a string': { says: /messages/ },
  'onLinked: a string': { says: /onLinked/ },
  'stylesheet: twice': { says: /styles/ },
  'captcha: no adapter': { says: /captcha/, goOn: toCaptcha },
  'captcha: throws': {
    says: /captcha[\s\S]*The vendor is not loaded/,
    untrue: blamesTheUser,
    goOn: toCaptcha,
  },
  'captcha: never calls back': {
    says: /captcha/,
    async goOn(page) {
      await page.clock.install()
      await toCaptcha(page)
      await page.clock.fastForward('05:00')
    },
  },
  'baseUrl: changed after mount': { says: /baseUrl/, goOn: (page) => page.locator('#change').click() },
}

const mistake = (name: string, { says, untrue, goOn }: Mistake, mode: Mode): Case => ({
  name: `mistake ${name}, ${mode}`,
  prepare: (workshop) => servePages(workshop, mode),
  async run(workshop) {
    const site = await servePages(workshop, mode)
    const url = `${site.url}/mistakes.html?mistake=${encodeURIComponent(name)}`
    await using watched = await openPage(workshop, url)
    await goOn?.(watched.page)
    await expectOneError(watched, says)
    await expectTrueText(watched.page, untrue)
  },
})

const backendDown: Case = {
  name: 'mistake backend down',
  prepare: buildPages,
  async run(workshop) {
    await using site = await serveBuilt({
      folder: await buildPages(workshop),
      backend: 'http://localhost:9',
    })
    await using watched = await openPage(workshop, `${site.url}/mistakes.html`)
    await expectOneError(watched, /502|session/)
    await expectTrueText(watched.page, /session expired|sign in again/i)
  },
}

/** Expects one line for developers, and nothing else except what the browser itself logs for failed calls. */
async function expectOneError(watched: WatchedPage, says: RegExp): Promise<void> {
  await watched.complaintsSettle(ours, REPORT_LIMIT)
  const complaints = watched.complaints.filter((complaint) => !calls.test(complaint))
  const [report, ...others] = complaints
  if (!report || others.length > 0 || !ours.test(report)) {
    const logged = complaints.map((complaint) => complaint.slice(0, 300)).join('\n') || '(nothing)'
    throw new Error(`Expected one error "Connect Account: …". The console says:\n${logged}`)
  }
  if (!says.test(report)) throw new Error(`"${report}" does not say ${says}`)
}

/** Expects a true text for the user, and a button to continue or leave. */
async function expectTrueText(page: Page, untrue: RegExp | undefined): Promise<void> {
  const words = await seen(page)
  const [wrongText] = untrue?.exec(words) ?? []
  if (wrongText) throw new Error(`The text for the user is wrong: "${wrongText}"`)
  const ways = page.locator(part.root).locator('button:enabled, a[href], input:enabled')
  if ((await ways.count()) === 0) throw new Error(`The user has no way out: ${words}`)
}

async function seen(page: Page): Promise<string> {
  const root = page.locator(part.root).first()
  if (!(await root.isVisible())) return '(the kit shows nothing)'
  return root.ariaSnapshot()
}

const modes = ['development', 'production'] as const

export const mistakeCases: readonly Case[] = [
  ...Object.entries(mistakes).flatMap(([name, what]) => modes.map((mode) => mistake(name, what, mode))),
  backendDown,
]
