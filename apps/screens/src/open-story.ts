import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { Look } from './looks.ts'

/** All times in the pictures count from here. */
const NOW = new Date('2026-01-15T10:00:00Z')
const HEIGHT = 800

const fontFile = fileURLToPath(
  import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
)

/** The font as a URL, because a route for its request would turn off the cache for all others. */
const font = `data:font/woff2;base64,${readFileSync(fontFile, 'base64')}`

/** Prepares a page for pictures: fixed time, and a font that is the same on each machine. */
export async function preparePage(page: Page): Promise<void> {
  await page.clock.setFixedTime(NOW)
  await page.addInitScript((url) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      @font-face { font-family: 'Picture'; src: url('${url}'); font-weight: 100 900 }
      *, ::before, ::after { font-family: 'Picture', sans-serif !important }
    `)
    document.adoptedStyleSheets = [sheet]
  }, font)
}

/** What Storybook's page tells about the story that it shows. */
interface StorybookWindow extends Window {
  readonly __STORYBOOK_PREVIEW__?: {
    readonly currentRender?: { readonly id: string; readonly phase?: string }
  }
}

/** Shows a story, and waits until its play function has ended and its images and fonts are loaded. */
export async function openStory(page: Page, id: string, look: Look): Promise<void> {
  const { theme, scheme, direction, width } = look
  await page.setViewportSize({ width, height: HEIGHT })
  await page.emulateMedia({ colorScheme: scheme })
  const globals = [
    `theme:${scheme}`,
    `look:${theme === 'default' ? '' : theme}`,
    `direction:${direction}`,
    // Storybook's own audit would take most of the time.
    'a11y.manual:!true',
  ].join(';')
  await page.goto(`/iframe.html?id=${id}&viewMode=story&globals=${globals}`)
  const ended = await page.waitForFunction(() => {
    const { phase } = (window as StorybookWindow).__STORYBOOK_PREVIEW__?.currentRender ?? {}
    return phase === 'finished' || phase === 'errored' || phase === 'aborted' ? phase : undefined
  })
  const phase = await ended.jsonValue()
  if (phase !== 'finished') throw new Error(`The story ${id} ended as "${phase}".`)
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  })
}
