"use client"

import type { PriceBook } from "@myhibachi/contract/catalog"
import { formatMoney } from "@myhibachi/contract/money"
import { QuoteReplay, ReplayQuotes } from "@myhibachi/contract/pricing"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Failure } from "@/lists/loaded.tsx"
import { ReplayChart } from "./replay-chart.tsx"
import { Change } from "./simulation-result.tsx"
import { VersionSelect } from "./version-select.tsx"

/** What the last quotes would have cost on another version: how many get dearer or cheaper, and by how much. */
export function QuoteReplayPanel({ books }: { books: PriceBook[] }) {
  const [bookId, setBookId] = useState((books.find(({ status }) => status === "draft") ?? books[0])?.id ?? "")
  const [last, setLast] = useState("100")
  const [hint, setHint] = useState<string>()
  const replay = useMutation({
    mutationFn: (body: ReplayQuotes) => request(QuoteReplay, "/v1/pricing/replay", { method: "POST", body }),
  })
  const run = () => {
    const parsed = ReplayQuotes.safeParse({ priceBookId: bookId, last: Number(last) })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) replay.mutate(parsed.data)
  }
  return (
    <section>
      <h2 className="text-xl font-semibold">Replay the last quotes</h2>
      <p className="mb-4 text-ink-soft">
        The same parties with everything as it was quoted, only the prices of the chosen version.
      </p>
      <div className="mb-6 flex flex-wrap items-start gap-4">
        <div className="w-72">
          <VersionSelect label="On the prices of" books={books} value={bookId} onChange={setBookId} />
        </div>
        <Field label="How many quotes" error={hint} className="w-40">
          <Input inputMode="numeric" value={last} onChange={(event) => setLast(event.currentTarget.value)} />
        </Field>
        <Button className="mt-6" variant="secondary" isBusy={replay.isPending} onClick={run}>
          Replay
        </Button>
      </div>
      <div aria-live="polite">
        {replay.error ? <Failure error={replay.error} /> : null}
        {replay.data && !replay.error ? <Replay replay={replay.data} /> : null}
      </div>
    </section>
  )
}

function Replay({ replay }: { replay: QuoteReplay }) {
  if (replay.compared === 0) return <p className="text-ink-soft">There is no quote to replay yet.</p>
  const facts: [string, string][] = [
    ["Dearer", `${replay.dearer} of ${replay.compared}`],
    ["Cheaper", `${replay.cheaper} of ${replay.compared}`],
    ["Unchanged", `${replay.unchanged} of ${replay.compared}`],
    ...(replay.notSold > 0
      ? [["Not to be priced", `${replay.notSold}, something in them is not sold`] satisfies [string, string]]
      : []),
    ["As quoted, with tax", formatMoney(replay.before)],
    [`On version ${replay.priceBook.version}`, formatMoney(replay.after)],
  ]
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
        <dt className="border-t border-line pt-2 font-semibold">Difference in all</dt>
        <dd className="border-t border-line pt-2 text-right font-semibold">
          <Change money={replay.change} />
        </dd>
      </dl>
      <ReplayChart spread={replay.spread} />
    </div>
  )
}
