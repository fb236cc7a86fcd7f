import type { ConnectTransport, Outcome } from '@connect-account/core'
import {
  type ScriptedTransport,
  scriptedTransport,
  type TransportScript,
} from '@connect-account/core/testing'
import { type RenderResult, render } from '@testing-library/react'
import { ConnectAccount, type ConnectAccountProps } from '../components/flow/connect-account.tsx'
import type { ConnectEvent } from '../hooks/events/connect-event.ts'

/** The flow's props, except how it reaches a backend and what it remembers. */
type FlowProps = Omit<ConnectAccountProps, 'session' | 'baseUrl' | 'transport' | 'memory'>

export interface RenderedFlow<T extends ConnectTransport> extends RenderResult {
  readonly transport: T
  /** What happened so far: see `onEvent`. */
  readonly events: readonly ConnectEvent[]
  /** How the flow ended so far. */
  readonly outcomes: readonly Outcome[]
}

/**
 * Renders the whole flow without a backend. It plays a script, or uses your transport, such as the real client
 * against a sandbox. It remembers nothing, so tests do not depend on each other. Needs
 * `@testing-library/react`; works in any runner with a DOM.
 *
 * @example
 * const { outcomes } = renderConnect({
 *   start: () => ({ type: 'otp', id: 'code', format: 'digits', length: 6 }),
 *   solve: () => ({ type: 'linked', account: sampleAccount }),
 * })
 */
export function renderConnect(script?: TransportScript, props?: FlowProps): RenderedFlow<ScriptedTransport>
export function renderConnect<T extends ConnectTransport>(transport: T, props?: FlowProps): RenderedFlow<T>
export function renderConnect(
  given: TransportScript | ConnectTransport = {},
  props: FlowProps = {},
): RenderedFlow<ConnectTransport> {
  const transport = 'listProviders' in given ? given : scriptedTransport(given)
  const events: ConnectEvent[] = []
  const outcomes: Outcome[] = []
  const result = render(
    <ConnectAccount
      {...props}
      transport={transport}
      memory={null}
      onEvent={(event) => {
        events.push(event)
        props.onEvent?.(event)
      }}
      onEnd={(outcome, details) => {
        outcomes.push(outcome)
        props.onEnd?.(outcome, details)
      }}
    />,
  )
  return { ...result, transport, events, outcomes }
}
