import { type ComponentProps, createContext, type RefObject, useCallback, useContext, useState } from 'react'
import { createPortal } from 'react-dom'
import { keepPrivate, privateHandlers } from './private-events.ts'
import { useCommitEffect } from './use-commit-effect.ts'
import { useHydrated } from './use-hydrated.ts'

/** Whether something around keeps all events from the host already. */
export const IsKeptApart = createContext(false)

type SectionProps = Omit<ComponentProps<'section'>, 'ref'> & {
  readonly place: RefObject<HTMLElement | null>
}

/**
 * A section whose keystrokes and form events stay in it. React listens at the root of the host's tree, past every element of the
 * host's: an event that is stopped before would not reach our own handlers. So the content is a portal into the section itself, at
 * which React then listens too.
 */
export function PrivateSection({ place, children, ...attributes }: SectionProps) {
  const isKeptApart = useContext(IsKeptApart)
  const isHydrated = useHydrated()
  const [section, setSection] = useState<HTMLElement>()
  const attach = useCallback(
    (element: HTMLElement | null) => {
      place.current = element
      // Kept while React hides the tree, as in an `<Activity>`: what was typed must be there again afterwards.
      if (element) setSection(element)
    },
    [place],
  )

  useCommitEffect(() => (section && !isKeptApart ? keepPrivate(section) : undefined), [section, isKeptApart])

  if (isKeptApart || !isHydrated) {
    return (
      <section {...attributes} ref={attach}>
        {children}
      </section>
    )
  }
  return (
    <section {...attributes} {...privateHandlers} ref={attach}>
      {section && createPortal(children, section)}
    </section>
  )
}
