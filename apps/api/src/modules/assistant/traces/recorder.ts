import type { TraceSpan } from "@myhibachi/contract/assistant"
import { type Span, trace as telemetry } from "@opentelemetry/api"

const tracer = telemetry.getTracer("myhibachi.assistant")

/** Measures the steps of one answer, for its trace and for OpenTelemetry. */
export class Recorder {
  readonly spans: TraceSpan[] = []
  readonly #startedAt = performance.now()

  /** Runs one step; `describe` says what is worth reading later. */
  async step<T>(
    name: string,
    work: () => Promise<T> | T,
    describe: (result: T) => Record<string, unknown> = () => ({}),
  ): Promise<T> {
    const startMs = this.elapsedMs()
    return tracer.startActiveSpan(`assistant.${name}`, async (span: Span) => {
      try {
        const result = await work()
        this.spans.push({ name, startMs, ms: round(this.elapsedMs() - startMs), details: describe(result) })
        return result
      } catch (error) {
        this.spans.push({
          name,
          startMs,
          ms: round(this.elapsedMs() - startMs),
          details: { failed: String(error) },
        })
        throw error
      } finally {
        span.end()
      }
    })
  }

  /** @returns milliseconds since the answer began. */
  elapsedMs(): number {
    return round(performance.now() - this.#startedAt)
  }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100
}
