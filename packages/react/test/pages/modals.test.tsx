import '../../src/styles/styles.css'
import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import * as Headless from '@headlessui/react'
import * as Radix from '@radix-ui/react-dialog'
import {
  type ComponentType,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ConnectAccount, ConnectAccountDialog } from '../../src/index.ts'
import { afterThisTest, showInPage } from './show-in-page.tsx'

interface ModalProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}

function RadixModal({ open, onOpenChange, children }: ModalProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay />
        <Radix.Content aria-describedby={undefined}>
          <Radix.Title>Settings</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function HeadlessModal({ open, onOpenChange, children }: ModalProps) {
  return (
    <Headless.Dialog open={open} onClose={onOpenChange}>
      <Headless.DialogPanel>
        <Headless.DialogTitle>Settings</Headless.DialogTitle>
        {children}
      </Headless.DialogPanel>
    </Headless.Dialog>
  )
}

function NativeModal({ open, onOpenChange, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const { current } = dialog
    const leave = ({ target }: Event) => {
      if (target === current) onOpenChange(false)
    }
    current?.addEventListener('click', leave)
    if (open) current?.showModal()
    return () => {
      current?.removeEventListener('click', leave)
      current?.close()
    }
  }, [open, onOpenChange])
  return (
    <dialog ref={dialog} aria-label="Settings" onCancel={() => onOpenChange(false)}>
      {children}
    </dialog>
  )
}

/**
 * The strictest modal a host could write: it listens at the document, in the capture phase, and traps the
 * focus.
 */
function StrictModal({ open, onOpenChange, children }: ModalProps) {
  const modal = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!open) return
    const isOutside = ({ target }: Event) => target instanceof Node && !modal.current?.contains(target)
    const close = (event: Event) => {
      if (!isOutside(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      onOpenChange(false)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onOpenChange(false)
      // The focus trap.
      if (event.key === 'Tab' && isOutside(event)) event.preventDefault()
    }
    const trapFocus = (event: Event) => {
      if (isOutside(event)) modal.current?.querySelector('button')?.focus()
    }
    const types = ['pointerdown', 'mousedown', 'mouseup', 'touchstart', 'click']
    for (const isCapture of [true, false]) {
      for (const type of types) document.addEventListener(type, close, isCapture)
      document.addEventListener('focusin', trapFocus, isCapture)
      document.addEventListener('keydown', press, isCapture)
      document.addEventListener('keyup', press, isCapture)
    }
    return () => {
      for (const isCapture of [true, false]) {
        for (const type of types) document.removeEventListener(type, close, isCapture)
        document.removeEventListener('focusin', trapFocus, isCapture)
        document.removeEventListener('keydown', press, isCapture)
        document.removeEventListener('keyup', press, isCapture)
      }
    }
  }, [open, onOpenChange])
  return (
    open && (
      <div ref={modal} role="dialog" aria-label="Settings">
        {children}
      </div>
    )
  )
}

const modals: [string, ComponentType<ModalProps>][] = [
  ['Radix', RadixModal],
  ['Headless UI', HeadlessModal],
  ['native', NativeModal],
  ['strict', StrictModal],
]

let changes: boolean[] = []
let received: string[] = []
beforeEach(() => {
  changes = []
  received = []
})

const note = ({ type }: SyntheticEvent) => received.push(type)

interface HostProps {
  readonly Modal: ComponentType<ModalProps>
  readonly isWithin: boolean
}

function Host({ Modal, isWithin }: HostProps) {
  const [isModalOpen, setModalOpen] = useState(true)
  const [isOpen, setOpen] = useState(false)
  const [transport] = useState(() =>
    scriptedTransport({
      start: () => ({ type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'email' }),
      solve: () => ({ type: 'linked', account: sampleAccount }),
    }),
  )
  const flow = (
    <ConnectAccountDialog
      open={isOpen}
      onOpenChange={(open) => {
        changes.push(open)
        setOpen(open)
      }}
      transport={transport}
      memory={null}
    />
  )
  return (
    <>
      {!isWithin && flow}
      <Modal open={isModalOpen} onOpenChange={setModalOpen}>
        <button type="button" onClick={() => setOpen(true)}>
          Connect
        </button>
        <input aria-label="Host field" />
        {isWithin && (
          // biome-ignore lint/a11y/noStaticElementInteractions: records what bubbles through a host's tree.
          <div
            onBlur={note}
            onChange={note}
            onClick={note}
            onFocus={note}
            onInput={note}
            onKeyDown={note}
            onKeyUp={note}
            onMouseDown={note}
            onPointerDown={note}
            onSubmit={note}
            onWheel={note}
          >
            {flow}
          </div>
        )}
      </Modal>
    </>
  )
}

function ModalWithFlow({ Modal }: Pick<HostProps, 'Modal'>) {
  const [isOpen, setOpen] = useState(true)
  const [transport] = useState(() =>
    scriptedTransport({
      start: () => ({ type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'email' }),
      solve: () => ({ type: 'linked', account: sampleAccount }),
    }),
  )
  return (
    <Modal open={isOpen} onOpenChange={setOpen}>
      <ConnectAccount transport={transport} memory={null} />
    </Modal>
  )
}

function LongPage({ openers = 1 }: { readonly openers?: number }) {
  const [open, setOpen] = useState<number[]>([])
  const [transport] = useState(() => scriptedTransport())
  return (
    <main style={{ blockSize: 3000, paddingBlockStart: 200 }}>
      {Array.from({ length: openers }, (_, index) => (
        <div key={String(index)}>
          <button type="button" onClick={() => setOpen([...open, index])}>
            Open {index}
          </button>
          <ConnectAccountDialog
            open={open.includes(index)}
            onOpenChange={() => setOpen(open.filter((each) => each !== index))}
            transport={transport}
            memory={null}
          />
        </div>
      ))}
    </main>
  )
}

/** Its button is removed when it opens the dialog. */
function PageWithoutOpener() {
  const [open, setOpen] = useState<boolean>()
  const [transport] = useState(() => scriptedTransport())
  return (
    <section aria-label="Around">
      {open === undefined && (
        <button type="button" onClick={() => setOpen(true)}>
          Connect
        </button>
      )}
      <ConnectAccountDialog open={open === true} onOpenChange={setOpen} transport={transport} memory={null} />
    </section>
  )
}

const opener = () => page.getByRole('button', { name: 'Connect', exact: true })
const search = () => page.getByRole('searchbox')
const ours = () => document.querySelector('dialog[data-ca="dialog"]')
const host = () => page.getByLabelText('Host field')

describe.each(modals)('over a modal: %s', (_, Modal) => {
  describe.each([
    ['next to it in the tree', false],
    ['within it', true],
  ])('%s', (_, isWithin) => {
    async function openFlow() {
      showInPage(<Host Modal={Modal} isWithin={isWithin} />)
      await userEvent.click(opener())
      await expect.element(search()).toHaveFocus()
      received = []
    }

    it('accepts clicks, typing and focus until the end', async () => {
      await openFlow()
      await userEvent.keyboard('link')
      await expect.element(search()).toHaveValue('link')
      await userEvent.click(page.getByRole('button', { name: 'LinkedIn' }))
      await expect.element(page.getByLabelText('Email or phone')).toHaveFocus()
      await userEvent.keyboard('anna@example.com{Tab}')
      await expect.element(page.getByLabelText('Password', { exact: true })).toHaveFocus()
      await userEvent.click(page.getByLabelText('Password', { exact: true }))
      await userEvent.keyboard('secret{Enter}')
      await expect.element(page.getByLabelText('Code')).toHaveFocus()
      await userEvent.keyboard('123456')
      await userEvent.click(page.getByRole('button', { name: 'Done' }))
      await expect.poll(ours).toBeNull()
      expect(changes).toEqual([false])
      expect(received).toEqual([])
      await expect.element(host()).toBeVisible()
      await expect.element(opener()).toHaveFocus()
    })

    it('closes on Escape, and the host’s modal only on the next one', async () => {
      await openFlow()
      await userEvent.keyboard('x{Escape}')
      await expect.element(search()).toHaveValue('')
      expect(changes).toEqual([])
      await userEvent.keyboard('{Escape}')
      await expect.poll(ours).toBeNull()
      expect(changes).toEqual([false])
      await expect.element(opener()).toHaveFocus()
      await expect.element(host()).toBeVisible()
      await userEvent.keyboard('{Escape}')
      await expect.poll(() => host().query()?.checkVisibility() ?? false).toBe(false)
    })

    it('closes on a click outside, and the host’s modal stays open', async () => {
      await openFlow()
      // A click that comes soon after the dialog has appeared was not meant for its backdrop.
      const clickOutside = async () => {
        const dialog = ours()
        if (dialog) await userEvent.click(dialog, { position: { x: 10, y: -4 }, force: true })
        return ours()
      }
      await expect.poll(clickOutside, { interval: 500, timeout: 5_000 }).toBeNull()
      expect(changes).toEqual([false])
      await expect.element(host()).toBeVisible()
    })

    it('is the only modal that scrolls and is in the accessibility tree', async () => {
      await openFlow()
      const wheel = new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: 10 })
      search().element().dispatchEvent(wheel)
      expect(wheel.defaultPrevented).toBe(false)
      const touch = new Event('touchmove', { bubbles: true, cancelable: true })
      search().element().dispatchEvent(touch)
      expect(touch.defaultPrevented).toBe(false)
      expect(ours()?.closest('[aria-hidden], [inert]')).toBeNull()
      expect(getComputedStyle(search().element()).pointerEvents).toBe('auto')
      const layer = ours()?.parentElement
      layer?.setAttribute('aria-hidden', 'true')
      layer?.setAttribute('inert', '')
      await expect.poll(() => ours()?.closest('[aria-hidden], [inert]')).toBeNull()
      expect(received).toEqual([])
    })
  })

  it('links an account inline, in the modal', async () => {
    showInPage(<ModalWithFlow Modal={Modal} />)
    await userEvent.click(search())
    await userEvent.keyboard('link{Escape}')
    await expect.element(search()).toHaveValue('')
    await userEvent.keyboard('linked{Enter}')
    await expect.element(page.getByLabelText('Email or phone')).toHaveFocus()
    await userEvent.keyboard('anna@example.com{Tab}secret{Enter}')
    await expect.element(page.getByLabelText('Code')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => page.getByLabelText('Code').query()?.checkVisibility() ?? false).toBe(false)
  })
})

describe('the page behind', () => {
  const canScroll = () => {
    const before = window.scrollY
    const [html, body] = [document.documentElement, document.body]
    const isLocked = [html, body].some((element) => getComputedStyle(element).overflowY === 'hidden')
    expect(window.scrollY).toBe(before)
    return !isLocked
  }

  async function closeTop() {
    await userEvent.keyboard('{Escape}')
  }

  it('keeps its scroll position and width while a dialog is open', async () => {
    showInPage(<LongPage />)
    await expect.element(page.getByText('Open 0')).toBeVisible()
    window.scrollTo(0, 40)
    const { clientWidth } = document.body
    await userEvent.click(page.getByText('Open 0'))
    await expect.element(search()).toHaveFocus()
    expect(canScroll()).toBe(false)
    expect(document.body.clientWidth).toBe(clientWidth)
    expect(window.scrollY).toBe(40)
    await closeTop()
    await expect.poll(canScroll).toBe(true)
    expect(window.scrollY).toBe(40)
    expect(document.body.clientWidth).toBe(clientWidth)
  })

  it('scrolls again only after the last dialog closes', async () => {
    showInPage(<LongPage openers={2} />)
    await userEvent.click(page.getByText('Open 0'))
    await expect.element(search()).toHaveFocus()
    document.querySelectorAll('button')[1]?.click()
    await expect.poll(() => document.querySelectorAll('dialog[open]').length).toBe(2)
    document.querySelector<HTMLElement>('dialog [data-ca="dialog-close"]')?.click()
    await expect.poll(() => document.querySelectorAll('dialog[open]').length).toBe(1)
    expect(canScroll()).toBe(false)
    document.querySelector<HTMLElement>('dialog [data-ca="dialog-close"]')?.click()
    await expect.poll(canScroll).toBe(true)
  })

  it('keeps a scroll lock of the host, and restores none that the host removed', async () => {
    const { body } = document
    afterThisTest(() => body.removeAttribute('style'))
    showInPage(<LongPage />)
    await expect.element(page.getByText('Open 0')).toBeVisible()
    body.style.overflow = 'hidden'
    await userEvent.click(page.getByText('Open 0'))
    await expect.element(search()).toHaveFocus()
    await closeTop()
    await expect.poll(ours).toBeNull()
    expect(canScroll()).toBe(false)
    await userEvent.click(page.getByText('Open 0'))
    await expect.element(search()).toHaveFocus()
    body.style.overflow = ''
    expect(canScroll()).toBe(false)
    await closeTop()
    await expect.poll(canScroll).toBe(true)
  })
})

it('restores the focus to the nearest ancestor if the opener was removed', async () => {
  showInPage(<PageWithoutOpener />)
  await userEvent.click(opener())
  await expect.element(search()).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('region', { name: 'Around' })).toHaveFocus()
})

it('focuses the step first, with Close before it in Tab order', async () => {
  showInPage(<Host Modal={({ children }) => children} isWithin={false} />)
  await userEvent.click(opener())
  await expect.element(search()).toHaveFocus()
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  await expect.element(page.getByRole('button', { name: 'Close' })).toHaveFocus()
})
