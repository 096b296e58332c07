import type { Config } from "#app/config.ts"

/** Exports OpenTelemetry traces when a collector is configured. @returns the function that flushes and ends. */
export async function startTelemetry(config: Config): Promise<() => Promise<void>> {
  if (!config.OTEL_EXPORTER_OTLP_ENDPOINT) return async () => {}
  // Loaded only when wanted: the SDK costs 60 MB of memory.
  const [{ NodeSDK }, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/sdk-node"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ])
  const sdk = new NodeSDK({
    serviceName: "myhibachi-api",
    traceExporter: new OTLPTraceExporter({ url: `${config.OTEL_EXPORTER_OTLP_ENDPOINT}/v1/traces` }),
  })
  sdk.start()
  return () => sdk.shutdown()
}
