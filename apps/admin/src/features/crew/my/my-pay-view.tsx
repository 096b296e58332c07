"use client"

import { ChefPay, type PayLine, type PayLineKind } from "@myhibachi/contract/assignments"
import { Button } from "@myhibachi/ui/button"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { useInfiniteQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"

/** What I earned, line by line, and what is coming. */
export function MyPayView() {
  const pay = useInfiniteQuery({
    queryKey: ["my", "pay"],
    queryFn: ({ pageParam }) => request(ChefPay, "/v1/chefs/me/pay", { query: { cursor: pageParam } }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  })
  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold">My pay</h1>
      <Loaded query={pay} lines={6}>
        {({ pages }) => (
          <>
            {pages[0] ? <Sums pay={pages[0]} /> : null}
            <Lines lines={pages.flatMap(({ items }) => items)} />
            {pay.hasNextPage ? (
              <Button
                className="mt-4"
                width="full"
                variant="secondary"
                isBusy={pay.isFetchingNextPage}
                onClick={() => void pay.fetchNextPage()}
              >
                Earlier
              </Button>
            ) : null}
          </>
        )}
      </Loaded>
    </>
  )
}

function Sums({ pay }: { pay: ChefPay }) {
  return (
    <dl className="mb-8 grid grid-cols-2 gap-4">
      <div>
        <dt className="text-sm text-ink-soft">Last 30 days</dt>
        <dd className="text-2xl font-semibold">
          <MoneyText money={pay.lastThirtyDays} />
        </dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">Parties ahead, before tips</dt>
        <dd className="text-2xl font-semibold">
          <MoneyText money={pay.planned} />
        </dd>
      </div>
    </dl>
  )
}

const KINDS: Record<PayLineKind, string> = {
  service: "Cooking",
  travel: "Travel",
  tip: "Tip",
  correction: "Correction",
}

function Lines({ lines }: { lines: PayLine[] }) {
  if (lines.length === 0)
    return (
      <EmptyState title="Nothing earned yet">
        A party's pay stands here as soon as you report it as done.
      </EmptyState>
    )
  const parties = Map.groupBy(lines, (line) => line.assignmentId)
  return (
    <ul className="flex flex-col gap-6">
      {[...parties].map(([assignmentId, ofParty]) => (
        <li key={assignmentId}>
          <PartyPay assignmentId={assignmentId} lines={ofParty} />
        </li>
      ))}
    </ul>
  )
}

function PartyPay({ assignmentId, lines }: { assignmentId: string; lines: PayLine[] }) {
  const [first] = lines
  if (!first) return null
  return (
    <section>
      <h2 className="font-medium">
        <Link href={`/my/${assignmentId}`} className="underline underline-offset-4">
          <TimeText instant={first.partyStartsAt} timeZone={first.timeZone} shape="short" />
        </Link>
      </h2>
      <dl className="divide-y divide-line">
        {lines.map((line) => (
          <div key={line.id} className="flex items-baseline justify-between gap-4 py-2">
            <dt className="min-w-0">
              {KINDS[line.kind]}{" "}
              {line.explanation === KINDS[line.kind] ? null : (
                <span className="block text-sm text-ink-soft">{line.explanation}</span>
              )}
            </dt>
            <dd>
              <MoneyText money={line.amount} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
