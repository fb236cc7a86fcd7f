import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  /** Another value ends the failure. */
  readonly resetKey?: unknown
  readonly onError: (error: unknown) => void
  /** What is shown instead. `retry` renders the children again. */
  readonly fallback: (retry: () => void) => ReactNode
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean
  readonly key?: unknown
}

/** Catches and reports what its children throw while they render, so that the host's page stays. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps({ resetKey: key }: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return key === state.key ? null : { hasFailed: false, key }
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error)
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return this.props.fallback(() => this.setState({ hasFailed: false }))
  }
}
