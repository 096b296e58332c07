import type { Trace } from "@myhibachi/contract/assistant"
import { Badge } from "@myhibachi/ui/badge"
import { readableName } from "@/text/readable.ts"
import { ReadableValue } from "@/text/readable-value.tsx"
import { withoutDefaults } from "@/text/value-shape.ts"
import { splitSlots } from "./split-slots.ts"

/** What the assistant took the message to mean: asks, slots, emotion, and why a person is needed. */
export function TraceUnderstood({ trace }: { trace: Trace }) {
  const { message, before } = splitSlots(trace.slots)
  return (
    <div className="grid gap-6 text-sm md:grid-cols-2">
      <section>
        <h3 className="mb-2 font-medium">Asked for</h3>
        <ul className="flex flex-wrap gap-2">
          {trace.asks.map((ask) => (
            <li key={ask}>
              <Badge>{readableName(ask)}</Badge>
            </li>
          ))}
          {trace.asks.length === 0 ? <li className="text-ink-soft">Nothing that it knows</li> : null}
        </ul>
        {trace.escalationReasons.length > 0 ? (
          <>
            <h3 className="mt-4 mb-2 font-medium">A person is needed because</h3>
            <ul className="list-disc pl-5">
              {trace.escalationReasons.map((reason) => (
                <li key={reason}>{readableName(reason)}</li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      <section className="min-w-0">
        <h3 className="mb-2 font-medium">Emotion</h3>
        <ReadableValue value={withoutDefaults(trace.emotion)} />
      </section>
      <section className="min-w-0 md:col-span-2">
        <h3 className="mb-2 font-medium">Details in this message (slots)</h3>
        <ReadableValue value={message} />
        {before ? (
          <>
            <h3 className="mt-4 mb-2 font-medium">Known from the whole conversation</h3>
            <ReadableValue value={before} />
          </>
        ) : null}
      </section>
    </div>
  )
}
