import { render } from '@testing-library/react'
import { type ConnectAccountLook, ConnectAccountRoot, type ConnectStep } from '../src/index.ts'

/** Renders a step like the flow does. `show` renders the next step or a revision of the same one. */
export function renderStep(step: ConnectStep, look: ConnectAccountLook & { takesFocus?: boolean } = {}) {
  const root = (current: ConnectStep) => <ConnectAccountRoot connect={{ step: current }} {...look} />
  const { rerender, container, unmount } = render(root(step))
  return { container, unmount, show: (next: ConnectStep) => rerender(root(next)) }
}
