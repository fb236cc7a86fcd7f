import { setTimeout as pause } from 'node:timers/promises'
import type { SandboxPhone } from '@connect-account/sandbox/testing'
import type { Random } from '@connect-account/test-random'
import type { BrowserContext, Page, Route } from '@playwright/test'
import type { ActName } from './choose-act.ts'
import type { Plan } from './plan.ts'
import { flowOf, makeProgress } from './progress.ts'
import type { Screen, Way } from './screen.ts'
import type { WorkerStack } from './worker-stack.ts'

/** What a monkey acts on. */
interface Surroundings {
  readonly plan: Plan
  readonly context: BrowserContext
  readonly stack: WorkerStack
  readonly phone: SandboxPhone
  /** The address where the walk began. */
  readonly entry: string
}

/** What one act needs. */
export interface Moment extends Surroundings {
  readonly page: Page
  readonly screen: Screen
  readonly random: Random
}

/** Milliseconds between the clicks of one hand that is too fast. */
const CLICK_GAP = [40, 180] as const
const WAIT = [200, 2_500] as const
const RESTART_DELAY = [0, 1_500] as const

const nonsense = [
  [3, 'wrong'],
  [3, '000000'],
  [2, '12'],
  [2, ''],
  [2, '   '],
  [2, 'Ваш код: ١٢٣٤٥٦ 🐒'],
  [1, '<img src=x onerror=alert(1)>'],
  [1, `${'long '.repeat(300)}`],
  [1, "'; drop table connect_accounts; --"],
  [1, 'someone@example.com'],
  [1, '+49 30 1'],
] as const

const names = [
  [3, 'Work'],
  [2, ''],
  [1, '  spaces  '],
  [1, '<b>bold</b>'],
  [1, '日本語 🐒'],
  [1, 'x'.repeat(500)],
] as const

/** Does one act. Returns what it did; rejects if the screen changed meanwhile so that it could not. */
export const acts: Readonly<Record<ActName, (moment: Moment) => Promise<string>>> = {
  progress: ({ page, screen, ...means }) => makeProgress(page, screen, means),

  async 'open the dialog'({ page }) {
    await page.getByRole('button', { name: 'Connect an account' }).click()
    return ''
  },

  async 'type nonsense'({ page, random }) {
    const root = flowOf(page)
    const fields = await root.locator('input:not([type="radio"]):not([type="checkbox"]), textarea').all()
    const said: string[] = []
    for (const field of fields) {
      if (!(await field.isEditable())) continue
      const text = random.pick(nonsense)
      if (random.happens(0.5)) await field.fill(text)
      else await paste(page, field, text)
      said.push(JSON.stringify(text.slice(0, 20)))
    }
    const submit = root.locator('button[type="submit"]')
    if (random.happens(0.5) || (await submit.isHidden())) await page.keyboard.press('Enter')
    else await submit.click()
    return said.join(', ')
  },

  async 'click several times'({ page, screen, random }) {
    const way = pickWay(screen, random)
    const count = random.happens(0.6) ? 2 : 4
    for (let click = 1; click <= count; click++) {
      await page.mouse.click(way.x, way.y, { clickCount: click })
      if (click < count) await pause(random.between(...CLICK_GAP))
    }
    return `${count} × “${way.label}”`
  },

  async 'click anything'({ page, screen, random }) {
    const way = pickWay(screen, random)
    await page.mouse.click(way.x, way.y)
    return `“${way.label}”`
  },

  async rename({ page, random }) {
    const form = page.getByRole('form', { name: /^Rename/ }).first()
    const name = random.pick(names)
    await form.getByRole('textbox').fill(name)
    await form.getByRole('button', { name: 'Save' }).click()
    return JSON.stringify(name.slice(0, 20))
  },

  async 'press Escape'({ page }) {
    await page.keyboard.press('Escape')
    return ''
  },

  async 'click the backdrop'({ page }) {
    await page.mouse.click(8, 300)
    return ''
  },

  async cancel({ page }) {
    await flowOf(page).getByRole('button', { name: 'Cancel', exact: true }).click()
    return ''
  },

  async 'close the dialog'({ page }) {
    await page.locator('dialog[open] [data-ca="dialog-close"]').last().click()
    return ''
  },

  async reload({ page }) {
    await page.reload()
    return ''
  },

  async 'go back'({ page }) {
    // A page before the demo would be the empty tab, which no user of the demo sees.
    const canGoBack = await page.evaluate(() => history.length > 2)
    if (!canGoBack) return 'nowhere'
    await page.goBack()
    return page.url()
  },

  async 'go forward'({ page }) {
    await page.goForward()
    return page.url()
  },

  async 'open a tab'({ context, stack, plan, entry, random }) {
    const tab = await context.newPage()
    const goesToEntry = random.happens(0.5)
    await tab.goto(goesToEntry ? entry : demoAddress(stack, plan))
    return goesToEntry ? 'where the walk began' : 'the demo'
  },

  async 'close a tab'({ context, page }) {
    const [first] = context.pages()
    if (page === first) return 'not the first one'
    await page.close()
    return ''
  },

  async 'go offline'({ context }) {
    await context.setOffline(true)
    return ''
  },

  async 'go online'({ context }) {
    await context.setOffline(false)
    return ''
  },

  async wait({ random }) {
    const ms = Math.round(random.between(...WAIT))
    await pause(ms)
    return `${ms} ms`
  },

  async 'use the phone'({ phone, plan, random }) {
    const use = random.pick([
      [3, 'approve'],
      [2, 'decline'],
      [2, 'scan'],
      [2, 'expire'],
    ] as const)
    if (use === 'approve') await phone.approve(plan.persona)
    else if (use === 'decline') await phone.decline(plan.persona)
    else if (use === 'scan') await phone.scan(await phone.qrCode(), plan.persona)
    else await phone.expire(await phone.qrCode())
    return use
  },

  async 'deny access'({ page, screen, ...means }) {
    const deny = page.getByRole('button', { name: 'Deny', exact: true })
    if (!(await deny.isVisible())) return makeProgress(page, screen, means)
    await deny.click()
    return ''
  },

  async 'break an account'({ phone, plan }) {
    const { accounts } = await phone.look(plan.persona)
    const [account] = accounts
    if (!account) return 'there is none'
    await phone.setStatus(account.id, 'disconnected')
    return account.provider
  },

  async 'kill the server'({ stack, random }) {
    const ms = Math.round(random.between(...RESTART_DELAY))
    await stack.crash(ms)
    return `starts again after ${ms} ms`
  },

  async 'change the delivery'({ phone, random }) {
    const mode = random.pick([
      [2, 'lost'],
      [2, 'doubled'],
      [2, 'reordered'],
      [2, 'normal'],
    ] as const)
    await phone.setDelivery(mode)
    return mode
  },

  async 'break a call'({ context, random }) {
    const fault = random.pick(breaks)
    await context.route(CALLS, (route) => breakCall(route, fault), { times: 1 })
    return `the next one ${fault}`
  },
}

/** What a bad connection or a proxy does to one call. */
const breaks = [
  [2, 'never arrives'],
  [3, 'loses its response'],
  [2, 'gets a 502'],
] as const

/** Calls of the demo and the kit, without the event streams. */
const CALLS = /\/(connect|api)\/(?!.*\/events$)/

export function demoAddress({ url }: WorkerStack, { consent }: Plan): string {
  return consent === 'popup' ? `${url}/?consent=popup` : `${url}/`
}

async function breakCall(route: Route, fault: (typeof breaks)[number][1]): Promise<void> {
  if (fault === 'gets a 502') return route.fulfill({ status: 502, body: 'Bad Gateway' })
  // The server may be down: then the call never arrives.
  if (fault === 'loses its response') await route.fetch().catch(() => {})
  // Meanwhile the world may have healed, which lets the call through, or the page may have been left.
  await route.abort('connectionreset').catch((error: unknown) => {
    if (!/already handled|has been closed/.test(String(error))) throw error
  })
}

/** Pastes as a keyboard shortcut does, without the clipboard that all tabs share. */
async function paste(page: Page, field: ReturnType<Page['locator']>, text: string) {
  await field.focus()
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
  }, text)
  if (text !== '' && (await field.inputValue()) === '') await page.keyboard.insertText(text)
}

/** Links that lead out of the demo, and its own controls that no walk is about. */
const foreignWays = /sandbox phone|Tidewater|Show options/i

/** An enabled way of the topmost part of the page. */
function pickWay(screen: Screen, random: Random): Way {
  const ways = (screen.flow?.ways ?? screen.ways).filter(
    ({ kind, isEnabled, isClose, label }) =>
      kind !== 'field' && isEnabled && !isClose && !foreignWays.test(label),
  )
  return random.pick(ways.map((way) => [1, way]))
}
