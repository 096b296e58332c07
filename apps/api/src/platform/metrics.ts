import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"

/** All metrics of this process, in Prometheus' text format at /metrics. */
export const metrics = new Registry()

export const requestDurations = new Histogram({
  name: "http_request_duration_seconds",
  help: "Time from the first byte of the request to the last of the reply.",
  labelNames: ["method", "route", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
})

export const jobsWaiting = new Gauge({
  name: "jobs_waiting",
  help: "Jobs by state, read at each scrape.",
  labelNames: ["state"],
  registers: [metrics],
})

/** Adds the process's own memory, event loop and garbage collection. Call it once, in main. */
export function collectProcessMetrics(): void {
  collectDefaultMetrics({ register: metrics })
}
