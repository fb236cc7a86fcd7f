import { type ComponentProps, createContext, type RefObject, useContext, useState } from 'react'
import { createPortal } from 'react-dom'
import { useCommitEffect } from '../../hooks/browser/use-commit-effect.ts'
import { privateHandlers, stopPrivateEvents } from './private-events.ts'

/** Whether something around keeps all events from the host already. */
export const IsIsolated = createContext(false)

type SectionProps = Omit<ComponentProps<'section'>, 'ref'> & {
  readonly place: RefObject<HTMLElement | null>
}

/**
 * A section whose keystrokes and form events stay in it if a form of the host's is around it. React listens at the root of the
 * host's tree, past every element of the host's: an event that is stopped before would not reach our own handlers. So the content
 * is then a portal into the section itself, at which React listens too.
 */
export function PrivateSection({ place, children, ...attributes }: SectionProps) {
  const isIsolated = useContext(IsIsolated)
  /** The section, once it is known to be inside a form. */
  const [inForm, setInForm] = useState<HTMLElement>()

  // Before anything can be typed: only the page itself tells what is around.
  useCommitEffect(() => {
    const { current } = place
    if (current && !isIsolated && isInsideForm(current)) setInForm(current)
  }, [place, isIsolated])
  useCommitEffect(() => (inForm ? stopPrivateEvents(inForm) : undefined), [inForm])

  return (
    <section {...attributes} {...(inForm && privateHandlers)} ref={place}>
      {inForm ? createPortal(children, inForm) : children}
    </section>
  )
}

/** Also from within a shadow tree. */
function isInsideForm(element: Element): boolean {
  if (element.closest('form')) return true
  const root = element.getRootNode()
  return root instanceof ShadowRoot && isInsideForm(root.host)
}
