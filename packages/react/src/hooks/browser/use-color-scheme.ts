import { type RefObject, useState } from 'react'
import { followColorScheme } from './follow-color-scheme.ts'
import { useCommitEffect } from './use-commit-effect.ts'

/**
 * The kit's color theme. `auto` follows the `color-scheme` of the page around it, and is light if there is
 * none. `system` follows the user's system, independent of the page.
 */
export type Appearance = 'auto' | 'light' | 'dark' | 'system'

/**
 * Returns the theme that the kit's styles select by, for the `data-ca-theme` of `element`. `auto` is light on
 * the server, and is resolved before the first paint in the browser.
 *
 * @param appearance Default: `auto`.
 */
export function useColorScheme(
  element: RefObject<HTMLElement | null>,
  appearance: Appearance = 'auto',
): 'light' | 'dark' | 'system' {
  const [ofPage, setOfPage] = useState<'light' | 'dark'>('light')
  const isAuto = appearance === 'auto'

  useCommitEffect(() => {
    if (!isAuto || !element.current) return
    return followColorScheme(element.current, setOfPage)
  }, [isAuto, element])

  return isAuto ? ofPage : appearance
}
