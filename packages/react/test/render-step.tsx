import { render } from '@testing-library/react'
import { type ConnectAccountLook, ConnectAccountRoot, type ConnectStep } from '../src/index.ts'

/** Shows a step as the flow would; `show` puts the next one, or a revision of the same one, in its place. */
export function renderStep(step: ConnectStep, look: ConnectAccountLook & { takesFocus?: boolean } = {}) {
  const root = (current: ConnectStep) => <ConnectAccountRoot connect={{ step: current }} {...look} />
  const { rerender, container } = render(root(step))
  return { container, show: (next: ConnectStep) => rerender(root(next)) }
}
