import {
  type ComponentProps,
  type DOMAttributes,
  type MouseEvent,
  type SyntheticEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import type { Appearance, ColorScheme } from '../../hooks/appearance/appearance.ts'
import { useAppearance } from '../../hooks/appearance/use-appearance.ts'
import { useLatest } from '../../hooks/use-latest.ts'
import { createLayer, type Layer } from '../host-page/create-layer.ts'
import { ignoreRepeats } from '../host-page/ignore-repeats.ts'
import { onEscape } from '../host-page/on-escape.ts'
import { IsIsolated } from '../host-page/private-section.tsx'
import { stopPropagationHandlers } from '../host-page/stop-propagation-handlers.ts'
import { useHydrated } from '../host-page/use-hydrated.ts'
import { lockScroll } from './lock-scroll.ts'
import { rememberFocus } from './remember-focus.ts'

/** How the user dismissed the dialog. */
export type DismissReason = 'escape' | 'outside_press'

interface ModalDialogProps extends Omit<ComponentProps<'dialog'>, 'onClose'> {
  readonly open: boolean
  /** Called when the user closes the dialog. */
  readonly onClose: (reason: DismissReason) => void
  readonly appearance?: Appearance | ColorScheme | undefined
}

/** For how long the dialog must have had its size when the user presses the backdrop, in milliseconds. */
const STEADY_MS = 400
/** Fields that hold no typed text, or whose text is kept. */
const KEPT_TYPES: readonly string[] = ['checkbox', 'hidden', 'radio', 'search']

/**
 * A native modal dialog in a portal at the end of the body. Its events reach neither the host's components
 * around it nor a modal of the host that is open below it.
 */
export function ModalDialog({ open, ...props }: ModalDialogProps) {
  const isHydrated = useHydrated()
  const layer = useRef<Layer>(undefined)
  const latest = useLatest({ open, onClose: props.onClose })

  // Registered even while closed: at the window, the listener that was added first runs first.
  useEffect(
    () =>
      onEscape({
        isFor: (target) =>
          latest.current.open &&
          (target === document.body || layer.current?.element.contains(target) === true),
        run: () => latest.current.onClose('escape'),
      }),
    [latest],
  )

  // Before the layer listens at the window, and even while closed: the first click opens the dialog.
  useLayoutEffect(ignoreRepeats, [])

  if (!open || !isHydrated) return null
  layer.current ??= createLayer()
  return createPortal(<OpenDialog {...props} layer={layer.current} />, layer.current.element)
}

interface OpenDialogProps extends Omit<ModalDialogProps, 'open'> {
  readonly layer: Layer
}

function OpenDialog({ layer, appearance, onClose, children, ...attributes }: OpenDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Read before the element that opened the dialog can be removed.
  const [returnFocus] = useState(() => rememberFocus(document))
  const isPressed = useRef(false)
  const resizedAt = useRef(Number.NEGATIVE_INFINITY)
  /** Children render once the dialog is open, because a closed dialog can't take the focus. */
  const [isShown, setShown] = useState(false)

  useLayoutEffect(() => {
    const { current } = dialog
    if (!current) return
    const detach = layer.attach()
    const unlock = lockScroll(document)
    show(current)
    setShown(true)
    return () => {
      hide(current)
      unlock()
      detach()
    }
  }, [layer])

  // After the layer is attached, because the page may declare a color scheme.
  const look = useAppearance(appearance, {
    element: dialog,
    part: 'dialog',
    className: attributes.className,
  })

  // An effect, because the opener may be removed in the same commit as the dialog.
  useEffect(() => returnFocus, [returnFocus])

  // A dialog that has just come up or shrunk was not what the user aimed at.
  useEffect(() => {
    const { current } = dialog
    if (!current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      resizedAt.current = performance.now()
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [])

  const isBackdrop = ({ target, currentTarget }: MouseEvent) => target === currentTarget
  const backdrop: DOMAttributes<HTMLDialogElement> = {
    onMouseDown(event) {
      event.stopPropagation()
      isPressed.current = isBackdrop(event) && event.timeStamp - resizedAt.current > STEADY_MS
    },
    // Closing on mousedown would send the rest of the click to the element below.
    onClick(event) {
      event.stopPropagation()
      const isPress = isPressed.current && isBackdrop(event)
      if (isPress && !holdsText(event.currentTarget)) onClose('outside_press')
    },
  }

  return (
    <dialog
      {...attributes}
      {...stopPropagationHandlers}
      {...backdrop}
      ref={dialog}
      {...look}
      aria-modal="true"
      onCancel={(event) => {
        event.preventDefault()
        onClose('escape')
      }}
      onClose={({ currentTarget }: SyntheticEvent<HTMLDialogElement>) => {
        // Only a close by the browser leaves it in the page. Our own is followed by showModal() or removal.
        if (currentTarget.isConnected && !currentTarget.open) onClose('escape')
      }}
    >
      <IsIsolated.Provider value={true}>{isShown && children}</IsIsolated.Provider>
    </dialog>
  )
}

/** Whether a field has a text that closing would lose. */
function holdsText(dialog: HTMLElement): boolean {
  const fields = dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  return [...fields].some(({ type, value }) => value !== '' && !KEPT_TYPES.includes(type))
}

/** Hosts run their tests in jsdom, which has no `showModal`. */
function show(dialog: HTMLDialogElement): void {
  if (typeof dialog.showModal === 'function') dialog.showModal()
  else dialog.toggleAttribute('open', true)
}

function hide(dialog: HTMLDialogElement): void {
  if (typeof dialog.close === 'function') dialog.close()
  else dialog.toggleAttribute('open', false)
}
