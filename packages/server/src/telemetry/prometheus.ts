import type { Meter } from '@opentelemetry/api'
import { missingPackage } from '../missing-package.ts'

/** Keeps the metrics in this process, for Prometheus to scrape. */
export interface Prometheus {
  readonly meter: Meter
  /** In the text exposition format 0.0.4. */
  text(): Promise<string>
  close(): Promise<void>
}

export const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * Beside the SDK of the host's own; it listens on no port.
 * @throws ConnectError `invalid_setting` if OpenTelemetry's SDK or its Prometheus exporter is not installed.
 */
export async function createPrometheus(): Promise<Prometheus> {
  const { PrometheusExporter, PrometheusSerializer, MeterProvider } = await loadSdk()
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

async function loadSdk() {
  try {
    // Each awaited within `try`: so that a bundler only warns about a missing package.
    const exporter = await import('@opentelemetry/exporter-prometheus')
    const sdk = await import('@opentelemetry/sdk-metrics')
    return { ...exporter, ...sdk }
  } catch (cause) {
    const packages = ['@opentelemetry/sdk-metrics', '@opentelemetry/exporter-prometheus']
    throw missingPackage('metrics', 'the page for Prometheus', packages, cause)
  }
}
