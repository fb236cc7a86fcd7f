import type { Meter } from '@opentelemetry/api'

/** Keeps the numbers in this process, for Prometheus to fetch. */
export interface Prometheus {
  readonly meter: Meter
  /** In the text exposition format 0.0.4. */
  text(): Promise<string>
  close(): Promise<void>
}

export const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8'

/** Loaded where it is used: it brings OpenTelemetry's SDK along. It is beside the SDK of the host's own, and listens on no port. */
export async function createPrometheus(): Promise<Prometheus> {
  const [{ PrometheusExporter, PrometheusSerializer }, { MeterProvider }] = await Promise.all([
    import('@opentelemetry/exporter-prometheus'),
    import('@opentelemetry/sdk-metrics'),
  ])
  const reader = new PrometheusExporter({ preventServerStart: true })
  const provider = new MeterProvider({ readers: [reader] })
  const serializer = new PrometheusSerializer(undefined, false, undefined, true, true)
  return {
    meter: provider.getMeter('@connect-account/server'),
    async text() {
      const { resourceMetrics } = await reader.collect()
      return serializer.serialize(resourceMetrics)
    },
    close: () => provider.shutdown(),
  }
}
