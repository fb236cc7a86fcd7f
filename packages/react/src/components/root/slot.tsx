import type { Outcome, Provider } from '@connect-account/core'
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react'
import type { ConnectStep, ConnectStepOf } from '../../hooks/flow/connect-step.ts'

/** What a button of your own receives. Pass all but `variant` and `isPending` to a `<button>`. */
export interface ButtonSlotProps {
  readonly variant: 'primary' | 'secondary' | 'quiet'
  /** Whether it waits for the server. It ignores clicks then, but must stay focusable. */
  readonly isPending: boolean
  readonly type: 'button' | 'submit'
  readonly form: string
  readonly 'aria-disabled': true | undefined
  readonly children: ReactNode
  onClick(event: MouseEvent<HTMLElement>): void
}

/** What each slot gets, if it is a function. */
export interface SlotProps {
  /** Above the screen. */
  readonly top: { readonly step: ConnectStep }
  /** Between the heading and the providers. */
  readonly picker: { readonly step: ConnectStepOf<'choosing_provider'> }
  /** In a provider's button, below its name. */
  readonly provider: { readonly provider: Provider }
  /** Between the fields and the button of a sign-in form. */
  readonly form: { readonly step: ConnectStepOf<'credentials'> }
  /** Above the buttons of an end. */
  readonly end: { readonly step: ConnectStepOf<Outcome['type']> }
  /** Below the screen. */
  readonly bottom: { readonly step: ConnectStep }
  /** Instead of each button. */
  readonly button: ButtonSlotProps
}

/** Content of the host in the card, each a node or a function. */
export type Slots = {
  readonly [K in keyof SlotProps]?: SlotContent<SlotProps[K]> | undefined
}

export type SlotContent<P> = ReactNode | ((props: P) => ReactNode)

/** Returns the host's content at a place, or else `children`. */
export type RenderSlot = <K extends keyof SlotProps>(
  name: K,
  props: SlotProps[K],
  children: ReactNode,
) => ReactNode

/** Absent without slots. */
export const SlotContext = createContext<RenderSlot | undefined>(undefined)

interface SlotPlace<K extends keyof SlotProps> {
  readonly name: K
  readonly props: SlotProps[K]
  /** What the host's content replaces. */
  readonly children?: ReactNode
}

/** A place for content of the host. */
export function Slot<K extends keyof SlotProps>({ name, props, children }: SlotPlace<K>) {
  return useContext(SlotContext)?.(name, props, children) ?? children
}
