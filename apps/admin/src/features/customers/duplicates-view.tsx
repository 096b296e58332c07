"use client"

import { type CustomerSummary, DuplicateList, type DuplicatePair } from "@myhibachi/contract/customers"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import Link from "next/link"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { reasonTitle } from "./customer-words.ts"
import { MergeDialog } from "./merge-dialog.tsx"

/** Pairs that may be one person; people decide. */
export function DuplicatesView() {
  const pairs = useQuery({
    queryKey: ["duplicates"],
    queryFn: () => request(DuplicateList, "/v1/customers/duplicates"),
  })
  return (
    <>
      <PageHeader title="Duplicates" detail="Pairs that may be one person. A merge can be undone." />
      <Loaded query={pairs} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No pairs to look at">
              They appear when somebody gives the e-mail or phone of another, or when names and addresses are
              alike.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line border-y border-line" aria-label="Pairs">
              {items.map((pair) => (
                <Pair key={`${pair.one.id}-${pair.other.id}`} pair={pair} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

function Pair({ pair }: { pair: DuplicatePair }) {
  const mayWrite = useMay("customers:write")
  const tell = useToast()
  const client = useQueryClient()
  const keepApart = useMutation({
    mutationFn: () =>
      request(z.undefined(), "/v1/customers/duplicates/keep-apart", {
        method: "POST",
        body: { oneId: pair.one.id, otherId: pair.other.id },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["duplicates"] }),
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <li className="grid gap-4 py-4 md:grid-cols-[1fr_1fr_auto] md:items-center">
      <Person person={pair.one} />
      <Person person={pair.other} />
      <div className="flex flex-wrap items-center gap-2 md:justify-end">
        <Badge state={pair.score >= 0.85 ? "caution" : "neutral"}>
          {Math.round(pair.score * 100)} % sure
        </Badge>
        <span className="text-sm text-ink-soft">
          {pair.reasons.map(({ kind }) => reasonTitle[kind]).join(", ")}
        </span>
        {mayWrite ? (
          <>
            <MergeDialog pair={pair} />
            <Button
              size="small"
              variant="quiet"
              isBusy={keepApart.isPending}
              onClick={() => keepApart.mutate()}
            >
              Two people
            </Button>
          </>
        ) : null}
      </div>
    </li>
  )
}

function Person({ person }: { person: CustomerSummary }) {
  return (
    <div className="min-w-0">
      <Link href={`/customers/${person.id}`} className="font-medium underline underline-offset-4">
        {person.name}
      </Link>
      <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
        {[person.email, person.phone].filter(Boolean).join(" · ") || "no contact"}
      </p>
    </div>
  )
}
