"use client"

import { type ReconciliationBreak, ReconciliationDetail } from "@myhibachi/contract/reconciliation"
import { Badge } from "@myhibachi/ui/badge"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { breakTitle, reconciliationState } from "./payment-words.ts"
import { ResolveDialog } from "./resolve-dialog.tsx"

/** One day compared: what did not agree, and why that is in order. */
export function ReconciliationView({ id }: { id: string }) {
  const run = useQuery({
    queryKey: ["reconciliation", id],
    queryFn: () => request(ReconciliationDetail, `/v1/reconciliation/runs/${id}`),
  })
  return <Loaded query={run}>{(data) => <Comparison run={data} />}</Loaded>
}

function Comparison({ run }: { run: ReconciliationDetail }) {
  const { title, state } = reconciliationState[run.state]
  return (
    <>
      <PageHeader
        back={{ href: "/money/reconciliation", title: "Reconciliation" }}
        title={
          <span className="flex flex-wrap items-center gap-3">
            {run.day} <Badge state={state}>{title}</Badge>
          </span>
        }
        detail={
          <>
            {run.message} {run.movements} movements at the provider, {run.entries} of our entries; compared{" "}
            <WhenText instant={run.startedAt} /> by <ActorText actor={run.startedBy} />
          </>
        }
      />
      {run.breaks.length === 0 ? (
        <EmptyState title="Everything agrees">{run.message}</EmptyState>
      ) : (
        <ul className="max-w-3xl divide-y divide-line" aria-label="What does not agree">
          {run.breaks.map((found) => (
            <BreakLine key={found.id} found={found} />
          ))}
        </ul>
      )}
    </>
  )
}

function BreakLine({ found }: { found: ReconciliationBreak }) {
  const mayWrite = useMay("payments:write")
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">
          {breakTitle[found.kind]}{" "}
          {found.resolvedAt ? <Badge state="good">Explained</Badge> : <Badge state="bad">Open</Badge>}
        </p>
        <p>{found.description}</p>
        <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
          {found.providerReference ? `${found.providerReference} ` : null}
          {found.paymentId ? (
            <Link href={`/money/${found.paymentId}`} className="underline underline-offset-4">
              payment
            </Link>
          ) : null}
        </p>
        {found.resolvedAt ? (
          <p className="mt-1 text-sm">
            {found.resolution} <span className="text-ink-soft">({found.resolvedBy})</span>
          </p>
        ) : null}
      </div>
      {found.resolvedAt || !mayWrite ? null : <ResolveDialog found={found} />}
    </li>
  )
}
