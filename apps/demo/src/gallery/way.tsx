import type { ReactNode } from 'react'

interface WayProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

/** One way to embed the kit, with the button that shows it. */
export function Way({ title, text, children }: WayProps) {
  return (
    <section className="card way">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  )
}

interface ToggleProps {
  readonly isOpen: boolean
  /** The id of what the button shows. */
  readonly controls: string
  readonly show: string
  readonly hide: string
  readonly onToggle: () => void
}

export function Toggle({ isOpen, controls, show, hide, onToggle }: ToggleProps) {
  return (
    <button type="button" aria-expanded={isOpen} aria-controls={controls} onClick={onToggle}>
      {isOpen ? hide : show}
    </button>
  )
}
