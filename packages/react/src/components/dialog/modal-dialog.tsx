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
import { type Appearance, useColorScheme } from '../../hooks/browser/use-color-scheme.ts'
import { createLayer, type Layer } from '../host-page/create-layer.ts'
import { onEscape } from '../host-page/on-escape.ts'
import { IsIsolated } from '../host-page/private-section.tsx'
import { stopPropagationHandlers } from '../host-page/stop-propagation-handlers.ts'
import { useHydrated } from '../host-page/use-hydrated.ts'
import { lockScroll } from './lock-scroll.ts'
import { rememberFocus } from './remember-focus.ts'

interface ModalDialogProps extends Omit<ComponentProps<'dialog'>, 'onClose'> {
  readonly open: boolean
  /** The user wants it closed. */
  readonly onClose: () => void
  /** Default: `auto`. */
  readonly appearance?: Appearance | undefined
}

/**
 * The browser's own modal dialog in a portal at the end of the body. Nothing that happens in it reaches the host: neither its
 * components around it, nor a modal of its own that is open below.
 */
export function ModalDialog({ open, ...props }: ModalDialogProps) {
  const isHydrated = useHydrated()
  const layer = useRef<Layer>(undefined)
  const latest = useRef({ open, onClose: props.onClose })

  useEffect(() => {
    latest.current = { open, onClose: props.onClose }
  })

  // Also while it is closed: of those who listen at the window, the first one hears it first.
  useEffect(
    () =>
      onEscape({
        isFor: (target) =>
          latest.current.open &&
          (target === document.body || layer.current?.element.contains(target) === true),
        run: () => latest.current.onClose(),
      }),
    [],
  )

  if (!open || !isHydrated) return null
  layer.current ??= createLayer()
  return createPortal(<OpenDialog {...props} layer={layer.current} />, layer.current.element)
}

interface OpenDialogProps extends Omit<ModalDialogProps, 'open'> {
  readonly layer: Layer
}

function OpenDialog({ layer, appearance, onClose, children, ...attributes }: OpenDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before what opened it may go away.
  const [returnFocus] = useState(() => rememberFocus(document))
  const isPressed = useRef(false)
  /** Only then are its children there, so that the focus finds them. */
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

  // After the layer is in the page, which may declare a color scheme.
  const theme = useColorScheme(dialog, appearance)

  // Once the page is as it will be: what opened it may go away together with it.
  useEffect(() => returnFocus, [returnFocus])

  const isBackdrop = ({ target, currentTarget }: MouseEvent) => target === currentTarget
  const backdrop: DOMAttributes<HTMLDialogElement> = {
    onMouseDown(event) {
      event.stopPropagation()
      isPressed.current = isBackdrop(event)
    },
    // Not at the press: the rest of the click would go to what is below.
    onClick(event) {
      event.stopPropagation()
      if (isPressed.current && isBackdrop(event)) onClose()
    },
  }

  return (
    <dialog
      {...attributes}
      {...stopPropagationHandlers}
      {...backdrop}
      ref={dialog}
      data-ca-theme={theme}
      aria-modal="true"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={({ currentTarget }: SyntheticEvent<HTMLDialogElement>) => {
        // The browser may close it by itself. A close of our own is followed by a new showModal, or by its removal.
        if (currentTarget.isConnected && !currentTarget.open) onClose()
      }}
    >
      <IsIsolated.Provider value={true}>{isShown && children}</IsIsolated.Provider>
    </dialog>
  )
}

/** jsdom, in which hosts run their tests, has no modal dialogs. */
function show(dialog: HTMLDialogElement): void {
  if (typeof dialog.showModal === 'function') dialog.showModal()
  else dialog.toggleAttribute('open', true)
}

function hide(dialog: HTMLDialogElement): void {
  if (typeof dialog.close === 'function') dialog.close()
  else dialog.toggleAttribute('open', false)
}
