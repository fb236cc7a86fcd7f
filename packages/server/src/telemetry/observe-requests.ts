import { randomUUID } from 'node:crypto'
import { ConnectError } from '@connect-account/core/errors'
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import type { Logger } from '../log/logger.ts'
import type { Telemetry } from './telemetry.ts'

/** What is recorded of a request while it is handled. */
export interface ObservedRequest {
  /** To be set once the route is known: its pattern, with the base path. */
  route?: string
  readonly requestId: string
}

const REQUEST_ID_HEADER = 'x-request-id'

/**
 * Each request in a span (OpenTelemetry's semantic conventions for HTTP), measured, and logged at `debug`. It
 * starts a trace, or continues the one of the host's own instrumentation, else the caller's `traceparent`. An
 * event stream counts until it opens.
 */
export function observeRequests(
  telemetry: Telemetry,
  logger: Logger,
): MiddlewareHandler<{ Variables: { observed: ObservedRequest } }> {
  return async (c, next) => {
    const startedAt = performance.now()
    const method = knownMethod(c.req.raw.method)
    const observed: ObservedRequest = { requestId: readRequestId(c.req.raw) }
    c.set('observed', observed)
    const hasParent = trace.getActiveSpan() !== undefined
    const parent = hasParent
      ? context.active()
      : propagation.extract(context.active(), c.req.raw.headers, headersGetter)
    await context.with(parent, () =>
      telemetry.inSpan(
        method,
        {
          kind: hasParent ? SpanKind.INTERNAL : SpanKind.SERVER,
          attributes: { 'http.request.method': method },
        },
        async (span) => {
          await next()
          const { route } = observed
          const { status } = c.res
          const about = {
            'http.response.status_code': status,
            ...(route === undefined ? {} : { 'http.route': route }),
          }
          if (route !== undefined) span.updateName(`${method} ${route}`)
          span.setAttributes(about)
          const code = c.error instanceof ConnectError ? c.error.code : undefined
          if (status >= 500) {
            span.setAttribute('error.type', code ?? String(status))
            span.setStatus({ code: SpanStatusCode.ERROR })
          }
          const seconds = (performance.now() - startedAt) / 1000
          telemetry.httpDuration.record(seconds, { 'http.request.method': method, ...about })
          logger.debug?.(
            {
              requestId: observed.requestId,
              method,
              ...(route === undefined ? {} : { route }),
              status,
              ...(code === undefined ? {} : { code }),
              durationMs: Math.round(seconds * 1000),
            },
            'Request',
          )
        },
      ),
    )
    c.res.headers.set(REQUEST_ID_HEADER, observed.requestId)
  }
}

/** The caller's own, if it is safe to log. */
function readRequestId({ headers }: Request): string {
  const given = headers.get(REQUEST_ID_HEADER)
  return given !== null && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID()
}

const methods = ['GET', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PUT']

/** Anyone may send any method: the values of a metric's attribute must stay few. */
function knownMethod(method: string): string {
  return methods.includes(method) ? method : '_OTHER'
}

const headersGetter = {
  keys: (headers: Headers) => [...headers.keys()],
  get: (headers: Headers, name: string) => headers.get(name) ?? undefined,
}
