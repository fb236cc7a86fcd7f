import type { Page } from 'playwright'
import { part } from './walk.ts'

export type Scheme = 'light' | 'dark'

/** The color of the primary button with the default tokens. */
const accents: Readonly<Record<Scheme, string>> = {
  light: 'rgb(74, 74, 224)',
  dark: 'rgb(142, 144, 255)',
}

/** An element has an unexpected color. */
export class ColorError extends Error {}

/** Checks the computed color of the visible primary button. */
export async function expectPrimaryColor(page: Page, scheme: Scheme, where = ''): Promise<void> {
  const button = page.locator(part.primary).first()
  await button.waitFor()
  const seen = await button.evaluate((element) => {
    // A transition may be running.
    for (const animation of element.getAnimations()) animation.finish()
    return getComputedStyle(element).backgroundColor
  })
  const expected = accents[scheme]
  if (seen !== expected)
    throw new ColorError(
      `The primary button${where && ` ${where}`} is ${seen}, expected ${expected} (${scheme})`,
    )
}

/** Checks that the dialog is opaque. */
export async function expectOpaqueDialog(page: Page): Promise<void> {
  const colors = await page.locator(part.dialog).evaluate((dialog) => {
    const root = dialog.querySelector('[data-ca="root"]') ?? dialog
    return [dialog, root].map((element) => getComputedStyle(element).backgroundColor)
  })
  if (!colors.some((color) => color.startsWith('rgb(')))
    throw new Error(`The dialog is translucent: ${colors.join(', ')}`)
}
