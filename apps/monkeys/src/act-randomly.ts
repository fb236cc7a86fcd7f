import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '@connect-account/test-random'
import type { Page } from '@playwright/test'
import { acts, type Moment } from './acts.ts'
import { type ActName, actsAt } from './choose-act.ts'
import { findRepeats } from './find-repeats.ts'
import { describeScreen, type Screen } from './screen.ts'
import { messageOf, type Walk } from './walk.ts'

/** Milliseconds between two acts. */
const REST = [50, 500] as const
/** How often something happens while the server or the page works on what the user has just done. */
const INTERRUPTED = 0.25
/** Milliseconds after it. */
const INTERRUPTION = [0, 900] as const

const interruptions: readonly (readonly [number, ActName])[] = [
  [4, 'cancel'],
  [4, 'reload'],
  [3, 'press Escape'],
  [3, 'kill the server'],
  [2, 'go offline'],
  [2, 'go back'],
  [2, 'progress'],
  [1, 'close the dialog'],
]

/** How often the tab that was opened last is used. */
const NEWEST_TAB = 0.75

const networkFaults: ReadonlySet<ActName> = new Set(['go offline', 'kill the server', 'break a call'])

/** The steps that a reload returns to, unless they have ended meanwhile. */
const checkpoints: ReadonlySet<string> = new Set([
  'otp',
  'two_factor',
  'otp_or_in_app',
  'in_app',
  'show',
  'phone',
  'captcha',
  'qr',
  'contract',
  'challenge',
  'loading',
  'consent',
  'unsupported',
])

/** Does one random act and checks what it led to. */
export async function actRandomly(walk: Walk, number: number, random: Random): Promise<void> {
  const page = pickTab(walk, random)
  const screen = await walk.read(page)
  const { isOffline, tabs } = walk
  const name = random.pick(actsAt(screen, { isOffline, tabs: tabs.length }))
  const sent = walk.witness.calls.length
  const { done, isDone } = await perform(walk, `${number}.`, name, page, screen, random)
  if (name === 'progress' && random.happens(INTERRUPTED)) {
    await pause(random.between(...INTERRUPTION))
    const interruption = random.pick(interruptions)
    await perform(walk, '   at once,', interruption, page, await walk.read(page), random)
  }
  await pause(random.between(...REST))
  if (name === 'click several times') {
    const calls = walk.witness.calls.slice(sent)
    const repeats = findRepeats(calls, walk.tabs.length - tabs.length, walk.hasNetworkFaults)
    walk.violations.push(...repeats.map((repeat) => `several clicks (${done}) ${repeat}`))
  }
  const isOpened = name === 'open the dialog' || done.endsWith('“Connect an account”')
  if (isOpened && isDone) await walk.expectDialog(page, 'The dialog is not open although the user opened it.')
  if (name === 'reload' && isDone && screen.flow && checkpoints.has(screen.flow.step)) {
    await walk.expectDialog(page, `The reload lost ${describeScreen(screen)}.`)
  }
  await walk.expectWay(page)
}

/** Does one act, and notes it. */
async function perform(
  walk: Walk,
  label: string,
  name: ActName,
  page: Page,
  screen: Screen,
  random: Random,
): Promise<{ done: string; isDone: boolean }> {
  const at = Date.now()
  const { plan, context, stack, phone, entry } = walk
  const result = await attempt(name, { plan, context, stack, phone, entry, page, screen, random })
  const { done, isDone } = result
  walk.acts.push(`${label} ${describeScreen(screen)}: ${name}${done && `: ${done}`}`)
  if (name === 'go offline') walk.isOffline = true
  if (name === 'go online') walk.isOffline = false
  if (networkFaults.has(name)) walk.hasNetworkFaults = true
  if (name === 'change the delivery' && done === 'lost') walk.hasLostWebhooks = true
  if (name === 'cancel' && isDone) walk.cancels.push({ at, tab: walk.witness.numberOf(page) })
  return result
}

async function attempt(name: ActName, moment: Moment): Promise<{ done: string; isDone: boolean }> {
  try {
    return { done: await acts[name](moment), isDone: true }
  } catch (error) {
    // The screen changed before the act, the world is down, or the phone has nothing to do.
    return { done: `✗ ${messageOf(error)}`, isDone: false }
  }
}

/** Mostly the tab that was opened last: a window of the provider, or the newest one. */
function pickTab(walk: Walk, random: Random): Page {
  const newest = walk.tabs.at(-1) ?? walk.firstTab
  return random.happens(NEWEST_TAB) ? newest : random.pick(walk.tabs.map((tab) => [1, tab]))
}
