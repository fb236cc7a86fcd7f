import type { Moment } from './moment.ts'
import type { ObservedFlow } from './observed-flow.ts'

/**
 * Passes what happens in a flow to `onEvent`, from its first moment on. The code that makes events of it loads
 * with the first one. Called again, it does nothing.
 */
export function reportMoments(flow: ObservedFlow): void {
  if (flow.onMoment) return
  flow.actor.subscribe({ error: () => flow.record({ type: 'error' }) })
  let reporter: Promise<(moment: Moment) => void> | undefined

  flow.onMoment = () => {
    if (flow.moments.length === 0) return
    reporter ??= import('./report-events.ts').then(({ createReporter }) => createReporter(flow))
    reporter.then(
      (report) => flow.moments.splice(0).forEach(report),
      () => {
        // Loaded again with the next moment; until then they wait.
        reporter = undefined
      },
    )
  }
  flow.onMoment()
}
