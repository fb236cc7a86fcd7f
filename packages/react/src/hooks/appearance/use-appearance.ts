import { type RefObject, useEffect } from 'react'
import { useColorScheme } from '../browser/use-color-scheme.ts'
import { useCommitEffect } from '../browser/use-commit-effect.ts'
import { whenIdle } from '../browser/when-idle.ts'
import type { ReportAnything } from '../error-reports/use-report.ts'
import { useLatest } from '../use-latest.ts'
import type { Appearance, ColorScheme } from './appearance.ts'
import { applyElements } from './apply-elements.ts'
import { readVariables } from './read-variables.ts'
import { useStable } from './use-stable.ts'

interface Place {
  readonly element: RefObject<HTMLElement | null>
  readonly part: 'root' | 'dialog'
  readonly className?: string | undefined
  /** Without it, mistakes are not reported. */
  readonly report?: ReportAnything | undefined
}

/**
 * Applies an appearance to an element, before the first paint, and returns its attributes. Variables are set
 * by script, because a CSP without `unsafe-inline` forbids style attributes in the server's HTML.
 */
export function useAppearance(given: Appearance | ColorScheme | undefined, place: Place) {
  const { element, part, className, report } = place
  const appearance: Appearance = typeof given === 'string' ? { colorScheme: given } : (given ?? {})
  const { theme, layout } = appearance
  const elements: Readonly<Record<string, unknown>> = Object(appearance.elements)
  const scheme = useColorScheme(element, appearance.colorScheme)
  const variables = useStable(readVariables(Object(appearance.variables)))
  const classes = useStable(
    Object.entries(elements).filter((each): each is [string, string] => typeof each[1] === 'string'),
  )

  useCommitEffect(() => {
    const style = element.current?.style
    for (const [name, value] of variables) style?.setProperty(name, value)
    return () => {
      for (const [name] of variables) style?.removeProperty(name)
    }
  }, [element, variables])

  useCommitEffect(
    () => (element.current && classes.length > 0 ? applyElements(element.current, classes) : undefined),
    [element, classes],
  )

  const latest = useLatest(appearance)
  useEffect(() => {
    const { current } = element
    if (!report || !current || Object.keys(latest.current).length === 0) return
    return whenIdle(() => {
      import('./check-appearance.ts').then(
        ({ checkAppearance }) => {
          for (const mistake of checkAppearance(latest.current, current)) report(mistake, true)
        },
        () => {}, // Only the check is lost, as without a network.
      )
    })
  }, [latest, element, report])

  return {
    'data-ca-theme': scheme,
    'data-ca-look': nameIn(theme),
    ...(part === 'root'
      ? { 'data-ca-frame': nameIn(layout?.frame) }
      : { 'data-ca-placement': nameIn(layout?.placement) }),
    className: [className, elements[part]].filter(Boolean).join(' ') || undefined,
  }
}

/** Plain JavaScript may pass anything. */
const nameIn = (value: unknown) => (typeof value === 'string' ? value : undefined)
