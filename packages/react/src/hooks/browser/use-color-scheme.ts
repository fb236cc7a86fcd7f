import { type RefObject, useState } from 'react'
import { followColorScheme } from './follow-color-scheme.ts'
import { useCommitEffect } from './use-commit-effect.ts'

/**
 * Which colors the kit has. `auto` is light, unless the page around it declares a `color-scheme`: then that one, as it changes.
 * `system` is what the user's system prefers, whatever the page says.
 */
export type Appearance = 'auto' | 'light' | 'dark' | 'system'

/**
 * Returns the theme that the kit's styles select by, for the `data-ca-theme` of `element`. `auto` is light on the server, and
 * is found out before the first paint in the browser.
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
