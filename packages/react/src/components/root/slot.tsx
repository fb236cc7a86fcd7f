import type { Outcome, Provider } from '@connect-account/core'
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react'
import { hostFailure } from '../../hooks/error-reports/error-report.ts'
import type { ConnectStep, ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { useRoot } from './root-context.ts'

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
  /** In a provider's button, after its name. */
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

type SlotContent<P> = ReactNode | ((props: P) => ReactNode)

export const SlotsContext = createContext<Slots | undefined>(undefined)

interface SlotPlace<K extends keyof SlotProps> {
  readonly name: K
  readonly props: SlotProps[K]
  /** The element around the content. @default 'div' */
  readonly as?: 'div' | 'span'
  /** What the host's content replaces. */
  readonly children?: ReactNode
}

/** The host's content at this place. If it throws, it is left out, or `children` are shown. */
export function Slot<K extends keyof SlotProps>({
  name,
  props,
  as: Element = 'div',
  children,
}: SlotPlace<K>) {
  const { report } = useRoot()
  const of: SlotContent<SlotProps[K]> | undefined = useContext(SlotsContext)?.[name]
  if (!of) return children
  const content = <Content of={of} props={props} />
  return (
    <ErrorBoundary
      resetKey={'step' in props && props.step.type}
      onError={(cause) => report(hostFailure(`slots.${name}`, cause), true)}
      fallback={() => children}
    >
      {children ? content : <Element data-ca={`slot-${name}`}>{content}</Element>}
    </ErrorBoundary>
  )
}

/** Inside of the boundary, so that it catches what a function throws. */
function Content<P>({ of, props }: { readonly of: SlotContent<P>; readonly props: P }) {
  return typeof of === 'function' ? of(props) : of
}
