import type { InspectionEvent } from 'xstate'
import { inertWiring } from '../hooks/events/inert-wiring.ts'
import { inspection } from '../hooks/events/inspection.ts'
import type { ObservedFlow } from '../hooks/events/observed-flow.ts'
import type { FlowSnapshot } from '../hooks/flow/flow-snapshot.ts'
import type { Trace, TracedStep } from './trace.ts'
import { traceStep } from './trace-step.ts'

/** The most entries of one trace: the oldest are dropped. */
const MAX_ENTRIES = 500

/** Hears xstate's inspection events, as `createBrowserInspector().inspect` of `@statelyai/inspect` does. */
export type InspectionListener = (news: InspectionEvent) => void

export interface TraceRecorder {
  /** One per flow that has run since the recorder was started, the newest last. */
  read(): readonly Trace[]
  /** Calls `listener` after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void
  /** Records until the returned function is called. */
  start(forward?: InspectionListener): () => void
}

/** Records what happens in every flow of this page. */
export function createTraceRecorder(now: () => number = Date.now): TraceRecorder {
  let traces: readonly Trace[] = []
  const listeners = new Set<() => void>()
  const flows = new WeakMap<ObservedFlow, number>()

  function add(flow: ObservedFlow, event: string) {
    const at = now()
    let index = flows.get(flow)
    if (index === undefined) {
      index = traces.length
      flows.set(flow, index)
      const startedAt = new Date(at).toISOString()
      traces = [...traces, { version: '1', flow: `flow ${index + 1}`, startedAt, entries: [] }]
    }
    const snapshot = flow.actor.getSnapshot()
    traces = traces.map((trace, place) => {
      if (place !== index) return trace
      const entry = {
        at: at - Date.parse(trace.startedAt),
        event,
        state: stateOf(snapshot),
        step: stepOf(flow, snapshot),
      }
      return { ...trace, entries: [...trace.entries, entry].slice(-MAX_ENTRIES) }
    })
    for (const listener of listeners) listener()
  }

  return {
    read: () => traces,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start(forward) {
      const before = inspection.observe
      function observe(news: InspectionEvent, read: () => ObservedFlow) {
        before?.(news, read)
        forward?.(news)
        // The flow does not exist yet when its machine is created.
        if (news.type !== '@xstate.snapshot') return
        const flow = read()
        if (news.actorRef === flow.actor) add(flow, news.event.type)
      }
      inspection.observe = observe
      return () => {
        if (inspection.observe === observe) inspection.observe = before
      }
    },
  }
}

function stateOf({ value }: FlowSnapshot): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function stepOf(flow: ObservedFlow, snapshot: FlowSnapshot): TracedStep {
  try {
    return traceStep(flow.shared.toStep(snapshot, inertWiring))
  } catch {
    // The flow shows and reports it.
    return { type: 'unavailable', error: 'internal_error', members: {} }
  }
}
