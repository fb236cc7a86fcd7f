import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The violations that axe finds, as rule and element. */
export async function findViolations(page: Page): Promise<string[]> {
  // Forced colors are the user's own: axe does not know the palette of an element's color scheme.
  const isForced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches)
  const rules = isForced ? ['color-contrast'] : []
  const { violations } = await new AxeBuilder({ page }).withTags(tags).disableRules(rules).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
