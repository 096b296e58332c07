import type { GuardVerdict, Trace } from "@myhibachi/contract/assistant"
import { Badge } from "@myhibachi/ui/badge"
import { readableName } from "@/text/readable.ts"

/** Every draft that the guard read, with what it objected to. */
export function TraceBlocked({ trace }: { trace: Trace }) {
  if (trace.guard.length === 0)
    return <p className="text-sm text-ink-soft">The guard had no draft to read.</p>
  const blocked = trace.guard.filter((verdict) => !verdict.passes)
  return (
    <div className="flex flex-col gap-4 text-sm">
      {blocked.length === 0 ? (
        <p>Nothing: every number, date and promise of the answer is a fact that was found.</p>
      ) : null}
      <ul className="flex flex-col gap-4">
        {trace.guard.map((verdict, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the verdicts of a finished answer never move
          <li key={index}>
            <Verdict verdict={verdict} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Verdict({ verdict }: { verdict: GuardVerdict }) {
  return (
    <details open={!verdict.passes}>
      <summary className="flex flex-wrap items-center gap-3">
        <Badge state={verdict.passes ? "good" : "bad"}>{verdict.passes ? "Passed" : "Blocked"}</Badge>
        <span>Draft by {readableName(verdict.author)}</span>
      </summary>
      {verdict.problems.length > 0 ? (
        <ul className="mt-2 flex flex-col gap-1 pl-4">
          {verdict.problems.map((problem) => (
            <li key={`${problem.kind}-${problem.text}`}>
              <span className="font-medium">“{problem.text}”</span>{" "}
              <span className="text-ink-soft">
                {readableName(problem.kind)}: {problem.reason}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-2 max-w-prose border-l-2 border-line pl-4 whitespace-pre-wrap text-ink-soft">
        {verdict.draft}
      </p>
    </details>
  )
}
