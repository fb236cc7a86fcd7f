import { type ComponentProps, createContext, type RefObject, useContext, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useCommitEffect } from '../../hooks/browser/use-commit-effect.ts'
import { ignoreRepeats } from './ignore-repeats.ts'
import { privateHandlers, stopPrivateEvents } from './private-events.ts'

/** Whether an ancestor already keeps all events from the host. */
export const IsIsolated = createContext(false)

type SectionProps = Omit<ComponentProps<'section'>, 'ref'> & {
  readonly place: RefObject<HTMLElement | null>
}

/**
 * Solves: stopping events below the root of the host's React tree also keeps them from our own handlers,
 * because React listens only at that root. So inside a form of the host, the content is a portal into this
 * section. React listens at a portal's container too, and the private events stop there.
 */
export function PrivateSection({ place, children, ...attributes }: SectionProps) {
  const isIsolated = useContext(IsIsolated)
  /** The section, if it is inside a form. */
  const [inForm, setInForm] = useState<HTMLElement>()

  // Before the user can type. Only the mounted element knows its ancestors.
  useCommitEffect(() => {
    const { current } = place
    if (current && !isIsolated && isInsideForm(current)) setInForm(current)
  }, [place, isIsolated])
  useCommitEffect(() => (inForm ? stopPrivateEvents(inForm) : undefined), [inForm])
  useEffect(ignoreRepeats, [])

  return (
    <section {...attributes} {...(inForm && privateHandlers)} ref={place}>
      {inForm ? createPortal(children, inForm) : children}
    </section>
  )
}

/** Also looks outside of shadow trees. */
function isInsideForm(element: Element): boolean {
  if (element.closest('form')) return true
  const root = element.getRootNode()
  return root instanceof ShadowRoot && isInsideForm(root.host)
}
