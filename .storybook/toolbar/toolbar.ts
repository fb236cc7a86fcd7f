import { createContext, useContext } from 'react'
import type { Appearance, ColorScheme, Locale } from '../../packages/react/src/index.ts'

/** What the toolbar sets for every story. */
export interface Toolbar {
  readonly locale?: Locale | undefined
  /** The name of a theme, or nothing for the kit's own look. */
  readonly theme?: string | undefined
}

export const ToolbarContext = createContext<Toolbar>({})

interface Look {
  readonly locale?: Locale | undefined
  readonly appearance?: Appearance | ColorScheme | undefined
}

/** The props of a story's component with the language and the theme of the toolbar, unless it has its own. */
export function useToolbarLook<P extends Look>(props: P): P {
  const { locale, theme } = useContext(ToolbarContext)
  const { appearance } = props
  const own = typeof appearance === 'string' ? { colorScheme: appearance } : appearance
  return {
    ...props,
    locale: props.locale ?? locale,
    ...((theme || own) && { appearance: { theme, ...own } }),
  }
}
