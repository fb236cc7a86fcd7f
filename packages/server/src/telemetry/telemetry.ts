import { ConnectError } from '@connect-account/core/errors'
import { type Attributes, metrics, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { createInstruments, type Instruments } from './instruments.ts'
import type { Prometheus } from './prometheus.ts'

interface SpanOptions {
  /** Default: internal. */
  readonly kind?: SpanKind
  readonly attributes?: Attributes
  /** Work that no request waits for starts its own trace. Default: false. */
  readonly isBackground?: boolean
  /** Called when the work has ended; with the error type of the span if it rejected. */
  readonly onEnd?: (failure: string | undefined) => void
}

/**
 * The handler's spans and metrics, through OpenTelemetry's API: they go to the SDK that the host registered
 * before it created the handler, if any. They hold no names, ids or texts of users, accounts and intents.
 */
export interface Telemetry extends Instruments {
  /**
   * Runs the work within a span, and marks it as failed if the work rejects: with the error's code, never its
   * message.
   */
  inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T>
}

const SCOPE = '@connect-account/server'

/** @param prometheus Also keeps the metrics, to be read over HTTP. */
export function createTelemetry(prometheus?: Prometheus): Telemetry {
  const meters = [metrics.getMeter(SCOPE), ...(prometheus ? [prometheus.meter] : [])]
  const tracer = trace.getTracer(SCOPE)
  return {
    ...createInstruments(meters),
    inSpan(name, { kind = SpanKind.INTERNAL, attributes = {}, isBackground = false, onEnd }, work) {
      return tracer.startActiveSpan(name, { kind, attributes, root: isBackground }, async (span) => {
        let failure: string | undefined
        try {
          return await work(span)
        } catch (error) {
          failure = errorType(error)
          span.setAttribute('error.type', failure)
          span.setStatus({ code: SpanStatusCode.ERROR })
          throw error
        } finally {
          span.end()
          onEnd?.(failure)
        }
      })
    },
  }
}

/** Our error code, or else the error's class: a foreign message may quote what was sent. */
function errorType(error: unknown): string {
  if (error instanceof ConnectError) return error.code
  return error instanceof Error ? error.name : 'unknown'
}
