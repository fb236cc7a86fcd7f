import type { Page } from '@playwright/test'

interface ListeningWindow extends Window {
  announced?: string[]
}

/** Collects what live regions say from now on. A screen reader reads changes, and regions are cleared soon. */
export function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const announced: string[] = []
    const regions = '[role="status"], [role="alert"], [aria-live]'
    const collect = () => {
      for (const region of document.querySelectorAll(regions)) announced.push(region.textContent)
    }
    new MutationObserver(collect).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    const listening: ListeningWindow = window
    listening.announced = announced
  })
}

/** What live regions have said since `listen` or `forgetAnnounced`. */
export function readAnnounced(page: Page): Promise<string> {
  return page.evaluate(() => ((window as ListeningWindow).announced ?? []).join('\n'))
}

export function forgetAnnounced(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { announced } = window as ListeningWindow
    if (announced) announced.length = 0
  })
}
