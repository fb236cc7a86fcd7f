import type { Page } from '@playwright/test'

/** A button, link or field of a screen that can be seen. */
export interface Way {
  readonly label: string
  readonly kind: 'button' | 'link' | 'field'
  readonly isEnabled: boolean
  /** Whether it shows a spinner. */
  readonly isPending: boolean
  /** The dialog's own Close button, which is always there. */
  readonly isClose: boolean
  /** The middle of it, in pixels of the viewport. */
  readonly x: number
  readonly y: number
}

/** The flow, in its dialog or on the page of a hosted link. */
export interface FlowScreen {
  /** The step's type, like `otp`; empty if nothing is rendered. */
  readonly step: string
  readonly heading: string
  readonly text: string
  readonly alert: string
  /** Whether the code of the next screen loads. */
  readonly isBusy: boolean
  readonly ways: readonly Way[]
}

export interface Row {
  readonly provider: string
  readonly status: string
  readonly name: string
}

/** What a tab shows. */
export interface Screen {
  /**
   * `demo`: its dashboard. `link`: the page of a hosted link. `provider`: a page of the sandbox. `unloaded`: the browser's own error page, or the demo before or
   * without its script.
   */
  readonly place: 'demo' | 'link' | 'provider' | 'unloaded' | 'navigating'
  readonly url: string
  readonly flow?: FlowScreen
  /** What the page of a hosted link says instead of the flow. */
  readonly notice: string
  readonly list: 'loading' | 'ready' | 'unavailable' | 'absent'
  readonly rows: readonly Row[]
  /** The ways of the page, without those of the dialog. */
  readonly ways: readonly Way[]
}

const nowhere = { notice: '', list: 'absent', rows: [], ways: [] } as const

export async function readScreen(page: Page, sandboxUrl: string): Promise<Screen> {
  const url = page.url()
  if (url.startsWith(sandboxUrl)) return { place: 'provider', url, ...nowhere }
  try {
    return { url, ...(await page.evaluate(readInPage)) }
  } catch {
    // The page was left while it was read.
    return { place: 'navigating', url, ...nowhere }
  }
}

/** Runs in the page. */
function readInPage(): Omit<Screen, 'url'> {
  const textOf = (element: Element | null | undefined) =>
    element ? element.textContent.replace(/\s+/g, ' ').trim() : ''
  const labelOf = (element: Element) =>
    element instanceof HTMLInputElement ? element.labels?.[0] : undefined
  const waysOf = (part: ParentNode, isOutside = (_: Element) => false) =>
    [...part.querySelectorAll<HTMLElement>('button, a[href], input, textarea, select, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isOutside(element))
      .map((element): Way => {
        const { left, top, width, height } = element.getBoundingClientRect()
        const isButton = element.matches('button, summary')
        return {
          label: element.getAttribute('aria-label') ?? (textOf(element) || textOf(labelOf(element))),
          kind: isButton ? 'button' : element.matches('a') ? 'link' : 'field',
          isEnabled: !element.matches(':disabled, [aria-disabled="true"], [readonly]'),
          isPending: element.hasAttribute('data-pending'),
          isClose: element.dataset.ca === 'dialog-close',
          x: left + width / 2,
          y: top + height / 2,
        }
      })

  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
  const root = [...document.querySelectorAll('[data-ca="root"][data-step]')].at(-1)
  const frame = dialog ?? root
  const isLink = location.pathname.includes('/links/')
  // The user's own. The demo's samples of every status are a list above it.
  const list = [...document.querySelectorAll('[data-part="accounts"]')].at(-1)
  const isMounted = document.querySelector('#root main, main h1') !== null
  return {
    place: !isMounted ? 'unloaded' : isLink ? 'link' : 'demo',
    notice: isLink && !root ? textOf(document.querySelector('main')) : '',
    ...(frame && {
      flow: {
        step: root?.getAttribute('data-step') ?? '',
        heading: textOf(root?.querySelector('[data-ca="heading"]')),
        text: textOf(root),
        alert: [...(root?.querySelectorAll('[role="alert"]') ?? [])].map(textOf).join(' '),
        isBusy: root?.querySelector('[data-ca="step"][aria-busy]') != null,
        ways: waysOf(frame),
      },
    }),
    list: !list
      ? 'absent'
      : list.querySelector('[aria-busy="true"]')
        ? 'loading'
        : list.querySelector('[data-ca="accounts-unavailable"]')
          ? 'unavailable'
          : 'ready',
    rows: [...(list?.querySelectorAll<HTMLElement>('[data-ca="account-row"]') ?? [])].map((row) => ({
      provider: row.dataset.provider ?? '',
      status: row.dataset.status ?? '',
      name: textOf(row.querySelector('[data-ca="account-title"]')),
    })),
    ways: waysOf(document, (element) => frame?.contains(element) === true),
  }
}

/** Names what is shown, for the log. */
export function describeScreen({ place, flow, notice, rows }: Screen): string {
  if (notice !== '') return `link “${notice}”`
  if (place !== 'demo' && !flow) return place
  return flow ? `${flow.step} “${flow.heading}”` : `page with ${rows.length} accounts`
}

/** Differs between two screens unless only a countdown has moved on. */
export function fingerprint({ url, flow, notice, ways, rows }: Screen): string {
  const labels = (flow?.ways ?? ways).map(({ label, isEnabled, isPending }) => [label, isEnabled, isPending])
  return JSON.stringify([url, flow?.step, flow?.text, notice, labels, rows]).replace(/\d+/g, '')
}
