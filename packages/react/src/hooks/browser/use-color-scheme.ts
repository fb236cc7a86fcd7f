import { type RefObject, useState } from 'react'
import type { ColorScheme } from '../appearance/appearance.ts'
import { followColorScheme } from './follow-color-scheme.ts'
import { useCommitEffect } from './use-commit-effect.ts'

/**
 * Returns the theme that the kit's styles select by, for the `data-ca-theme` of `element`. `auto` is light on
 * the server, and is resolved before the first paint in the browser.
 *
 * @param chosen Anything but a scheme is `auto`.
 */
export function useColorScheme(
  element: RefObject<HTMLElement | null>,
  chosen: ColorScheme | undefined,
): 'light' | 'dark' | 'system' {
  const [ofPage, setOfPage] = useState<'light' | 'dark'>('light')
  const scheme = chosen === 'light' || chosen === 'dark' || chosen === 'system' ? chosen : undefined
  const isAuto = scheme === undefined

  useCommitEffect(() => {
    if (!isAuto || !element.current) return
    return followColorScheme(element.current, setOfPage)
  }, [isAuto, element])

  return scheme ?? ofPage
}
