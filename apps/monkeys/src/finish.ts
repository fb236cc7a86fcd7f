import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { demoAddress } from './acts.ts'
import { isEnd } from './choose-act.ts'
import { failsEachTime, makeProgress } from './progress.ts'
import { describeScreen, fingerprint, readScreen } from './screen.ts'
import { LOAD_LIMIT, messageOf, type Walk } from './walk.ts'

/**
 * Milliseconds. How long a healed world may show the same: the server's time-out of a call to Unipile, and the
 * time until a restarted server waits for an open intent again.
 */
const STUCK_LIMIT = 45_000
/** The same after a call that Unipile never answers: the server's time-out of a held call. */
const SILENCE_LIMIT = 90_000
/** How long the way to an end may take. */
const FINISH_LIMIT = 150_000
/** How long a user waits for a button, on a busy machine. */
const PATIENCE = 10_000
const REST = 300
/** How long one click may take. */
const CLICK_LIMIT = 3_000
/** How often a user tries again before giving up. */
const MAX_RETRIES = 4

/** Ends every fault. */
export async function healWorld({ stack, context, phone, acts }: Walk): Promise<void> {
  await stack.ready()
  await context.setOffline(false)
  await context.unrouteAll({ behavior: 'wait' })
  await phone.setDelivery('normal')
  context.setDefaultTimeout(PATIENCE)
  acts.push('The world heals.')
}

/** Only tries to finish, in a healed world. Returns the type of the end; `none` if none was reached. */
export async function reachEnd(walk: Walk): Promise<string> {
  const stuckLimit = walk.plan.script.includes('timeout') ? SILENCE_LIMIT : STUCK_LIMIT
  const limit = Date.now() + FINISH_LIMIT
  let changedAt = Date.now()
  let shown = ''
  let retries = 0
  while (Date.now() < limit) {
    const page = await tabToFinish(walk)
    const screen = await walk.read(page)
    const isChanged = fingerprint(screen) !== shown
    shown = fingerprint(screen)
    if (isChanged) changedAt = Date.now()
    if (Date.now() - changedAt > stuckLimit) {
      walk.violations.push(`stuck at ${describeScreen(screen)}`)
      return 'none'
    }
    if (screen.flow && isEnd(screen.flow)) {
      const { step, heading, text } = screen.flow
      // The same person was connected before in this walk, and is refused each time.
      const isDuplicate = text.includes('already connected')
      const isRetried = step === 'expired' || (step === 'failed' && !isDuplicate && !failsEachTime(walk.plan))
      // The page of a link goes on to the demo.
      if (!isRetried && walk.plan.entry === 'dialog') return step
      if (isRetried && retries === MAX_RETRIES) {
        walk.violations.push(`does not get through: “${heading}” ${text}`)
        return step
      }
      if (isChanged && isRetried) retries++
    }
    // The link's page has left for the demo, or says that the link is no longer needed.
    if (walk.plan.entry === 'link' && !screen.flow) {
      if (screen.place === 'demo') return 'returned'
      const isLeaving = screen.notice.includes('Taking you back')
      // The host's support may be linked.
      const isOver = screen.ways.every(({ kind }) => kind === 'link')
      if (screen.notice !== '' && isOver && !isLeaving) return 'notice'
    }
    // Starting again would lead there again.
    if (screen.flow?.step === 'unsupported') return 'unsupported'
    const done = await makeProgress(page, screen, walk).catch((error) => `✗ ${messageOf(error)}`)
    if (isChanged) walk.acts.push(`→ ${describeScreen(screen)}: ${done}`)
    await pause(REST)
    await walk.expectWay(page)
    if (walk.hasViolations) return 'none'
  }
  walk.violations.push('no end was reached')
  return 'none'
}

/** The first tab, or the newest window of the provider if the flow waits for one. Closes the others. */
async function tabToFinish({ tabs, firstTab, stack }: Walk): Promise<Page> {
  const windows = tabs.filter((page) => page !== firstTab && page.url().startsWith(stack.sandboxUrl))
  const { flow } = await readScreen(firstTab, stack.sandboxUrl)
  const wanted = flow?.step === 'consent' ? windows.pop() : undefined
  await Promise.all(windows.map((page) => page.close()))
  return wanted ?? firstTab
}

/** Leaves the end, and connects one more account. */
export async function startAgain(walk: Walk): Promise<void> {
  const page = walk.firstTab
  const dialog = page.locator('dialog[open]').last()
  const press = (name: string | RegExp) => dialog.getByRole('button', { name }).last().click()
  try {
    if (walk.plan.entry === 'link') await page.goto(demoAddress(walk.stack, walk.plan))
    const isClosed = await walk.becomes(2 * PATIENCE, async () => {
      if (await dialog.isHidden()) return true
      // A click that is too quick counts as the second of a double click, and a cancel takes a moment.
      const leave = dialog.getByRole('button', { name: /^(Done|Close|Cancel)$/ }).last()
      await leave.click({ timeout: CLICK_LIMIT }).catch(() => {})
      return false
    })
    if (!isClosed) throw new Error('The dialog does not close.')
    await page.getByRole('button', { name: 'Connect an account' }).click()
    // What the user looked for before is kept.
    const search = dialog.getByRole('searchbox')
    await dialog.getByRole('button', { name: 'Cancel' }).waitFor()
    if (await search.isVisible()) await search.fill('')
    await press(/^Mock/)
    await dialog.getByRole('heading', { name: 'Mock is connected' }).waitFor({ timeout: LOAD_LIMIT })
    await press(/^(Done|Close)$/)
    walk.acts.push('→ connects one more account')
  } catch (error) {
    const screen = await walk.read(page)
    walk.violations.push(`cannot start a new connection at ${describeScreen(screen)}: ${messageOf(error)}`)
  }
}
