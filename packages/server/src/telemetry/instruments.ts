import type { Attributes, Counter, Histogram, Meter, UpDownCounter } from '@opentelemetry/api'

/**
 * What the handler counts and measures. Durations are in seconds. No attribute is a user's, an account's or
 * an intent's.
 */
export interface Instruments {
  /** `connect.intents.started` by `provider`. */
  readonly intentsStarted: Pick<Counter, 'add'>
  /** `connect.intents.ended` by `provider` and `outcome`. */
  readonly intentsEnded: Pick<Counter, 'add'>
  /**
   * `connect.upstream.duration` by `operation` and, if it failed, `error.type`: an error code. A held wait
   * counts in full.
   */
  readonly upstreamDuration: Pick<Histogram, 'record'>
  /** `connect.webhooks.lag` by `type`: from taking an event in until it was applied. */
  readonly webhooksLag: Pick<Histogram, 'record'>
  /** `connect.streams.open`: the event streams that this instance serves. */
  readonly streamsOpen: Pick<UpDownCounter, 'add'>
  /** `connect.waits.open`: the scans and approvals that this instance asks Unipile about just now. */
  readonly waitsOpen: Pick<UpDownCounter, 'add'>
  /**
   * `connect.http.duration` by `http.request.method`, `http.route` and `http.response.status_code`: until the
   * response's headers are sent.
   */
  readonly httpDuration: Pick<Histogram, 'record'>
}

/** From a database's response to a held wait. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 70]
/** Up to the last of an event's attempts. */
const LAG_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1_800, 7_200]

/** Each instrument in every one of the meters. */
export function createInstruments(meters: readonly Meter[]): Instruments {
  const duration = (name: string, description: string, boundaries: number[]) => {
    const options = { description, unit: 's', advice: { explicitBucketBoundaries: boundaries } }
    const histograms = meters.map((meter) => meter.createHistogram(name, options))
    return {
      record: (value: number, of?: Attributes) => histograms.forEach((one) => void one.record(value, of)),
    }
  }
  const counter = (name: string, description: string) => {
    const counters = meters.map((meter) => meter.createCounter(name, { description }))
    return { add: (value: number, of?: Attributes) => counters.forEach((one) => void one.add(value, of)) }
  }
  const gauge = (name: string, description: string) => {
    const gauges = meters.map((meter) => meter.createUpDownCounter(name, { description }))
    return { add: (value: number, of?: Attributes) => gauges.forEach((one) => void one.add(value, of)) }
  }
  return {
    intentsStarted: counter('connect.intents.started', 'Attempts to link an account that were started.'),
    intentsEnded: counter('connect.intents.ended', 'Attempts to link an account that ended.'),
    upstreamDuration: duration('connect.upstream.duration', 'How long Unipile took to respond.', SECONDS),
    webhooksLag: duration('connect.webhooks.lag', 'How long an event waited to be applied.', LAG_SECONDS),
    streamsOpen: gauge('connect.streams.open', 'Event streams that are open.'),
    waitsOpen: gauge('connect.waits.open', 'Scans and approvals that Unipile is being asked about.'),
    httpDuration: duration('connect.http.duration', 'How long a request took.', SECONDS),
  }
}
