import { context, metrics, propagation, SpanKind, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { linkedin, whatsapp } from '../fixtures.ts'
import { answers } from '../scripted-upstream.ts'
import { startTestHost, type TestHost } from '../test-host.ts'
import { deliver } from '../webhook-delivery.ts'

const spans = new InMemorySpanExporter()
const numbers = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const reader = new PeriodicExportingMetricReader({ exporter: numbers, exportIntervalMillis: 3_600_000 })
let host: TestHost

// As a host does: the SDK first, then the handler.
beforeAll(async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }))
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))
  host = await startTestHost()
}, 60_000)
afterAll(async () => {
  await host.close()
  await reader.shutdown()
  context.disable()
  trace.disable()
  metrics.disable()
  propagation.disable()
})
beforeEach(async () => {
  await host.reset()
  spans.reset()
})

const named = (name: string) => spans.getFinishedSpans().filter((span) => span.name === name)
const only = (name: string): ReadableSpan => {
  const [span] = named(name)
  if (!span) throw new Error(`No span ${name}: ${spans.getFinishedSpans().map((one) => one.name)}`)
  return span
}

test('a request is a span by its route, and its call to Unipile one below it', async () => {
  host.upstream.script = () => answers.checkpoint('OTP')
  const { id } = await host.as('anna').start()
  await host.as('anna').send('GET', `/intents/${id}?thing=1`)
  const started = only('POST /connect/intents')
  expect(started.kind).toBe(SpanKind.SERVER)
  expect(started.attributes).toEqual({
    'http.request.method': 'POST',
    'http.route': '/connect/intents',
    'http.response.status_code': 201,
  })
  const call = only('unipile start')
  expect(call.kind).toBe(SpanKind.CLIENT)
  expect(call.parentSpanContext?.spanId).toBe(started.spanContext().spanId)
  expect(named('GET /connect/intents/:id')).toHaveLength(1)
  const recorded = JSON.stringify(spans.getFinishedSpans().map(({ name, attributes }) => [name, attributes]))
  for (const secret of [id, 'anna', 'thing=1', 'acc_']) expect(recorded).not.toContain(secret)
})

test('a request continues the span of the host’s own instrumentation', async () => {
  await trace.getTracer('host').startActiveSpan('host', async (span) => {
    await host.as('anna').send('GET', '/accounts')
    span.end()
  })
  const span = only('GET /connect/accounts')
  expect(span.kind).toBe(SpanKind.INTERNAL)
  expect(span.parentSpanContext?.spanId).toBe(only('host').spanContext().spanId)
})

test('a failure is recorded by its code, never by its message', async () => {
  host.upstream.script = () => answers.error(503, 'api/internal_error', { detail: 'pass-word-1' })
  await host.as('anna').send('POST', '/intents', linkedin())
  for (const name of ['unipile start', 'POST /connect/intents']) {
    expect(only(name).attributes['error.type']).toBe('upstream_unavailable')
    expect(only(name).events).toEqual([])
  }
})

test('work that no request waits for has its own trace', async () => {
  let scanned = false
  host.upstream.script = ({ path }) => {
    if (path === '/v2/auth/intent') return answers.qr('one')
    return scanned ? answers.account('acc_1', { provider: 'whatsapp' }) : answers.qr('one')
  }
  const anna = host.as('anna')
  const { id } = await anna.start(whatsapp)
  scanned = true
  await expect.poll(async () => (await anna.read(id)).step.type).toBe('linked')
  await expect.poll(() => named('connect wait').length).toBeGreaterThan(0)
  for (const span of named('connect wait')) expect(span.parentSpanContext).toBeUndefined()
  await deliver(host, {
    type: 'account.status.errored',
    account_id: 'acc_1',
    payload: { timestamp: new Date().toISOString() },
  })
  await expect.poll(() => named('connect webhook').length).toBeGreaterThan(0)
  expect(only('connect webhook').parentSpanContext).toBeUndefined()
  expect(only('connect webhook').attributes).toMatchObject({
    'connect.webhook.type': 'account.status.errored',
  })
})

test('the host’s meter has every number', async () => {
  await reader.forceFlush()
  const collected = numbers.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics)
  const names = collected.flatMap(({ metrics: all }) => all.map(({ descriptor }) => descriptor.name))
  expect([...new Set(names)].sort()).toEqual([
    'connect.http.duration',
    'connect.intents.ended',
    'connect.intents.started',
    'connect.upstream.duration',
    'connect.waits.open',
    'connect.webhooks.lag',
  ])
})
