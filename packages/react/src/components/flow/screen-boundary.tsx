import { Component, type ReactNode } from 'react'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { ProblemScreen } from './problem-screen.tsx'

interface ScreenBoundaryProps {
  readonly step: ConnectStep
  readonly report: (error: unknown) => void
  readonly children: ReactNode
}

/** Catches and reports an error that a screen throws while it renders. The user can try again or leave. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown) {
    this.props.report(error)
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return <ScreenFailed step={this.props.step} retry={() => this.setState({ hasFailed: false })} />
  }
}

function ScreenFailed({ step, retry }: { step: ConnectStep; retry: () => void }) {
  const { screenFailed: words } = useRoot().messages
  return <ProblemScreen {...words} step={step} retry={retry} />
}
