"use client"

import { AuditPage, type AuditRow, AuditVerification } from "@myhibachi/contract/operations"
import { Button } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { useMutation } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { ActorText } from "@/features/identity/actor-text.tsx"
import { Filters, SearchFilter } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { IdText } from "@/text/id-text.tsx"
import { readableName } from "@/text/readable.ts"
import { ReadableValue } from "@/text/readable-value.tsx"
import { WhenText } from "@/time/when-text.tsx"

const columns: [Column<AuditRow>, ...Column<AuditRow>[]] = [
  { title: "When", cell: (row) => <WhenText instant={row.at} /> },
  { title: "Who", cell: (row) => <ActorText actor={row.actor} /> },
  { title: "What", cell: (row) => <span className="font-medium">{readableName(row.action)}</span> },
  {
    title: "Thing",
    cell: (row) => (
      <>
        {readableName(row.entity)} <IdText id={row.entityId} />
      </>
    ),
    isExtra: true,
  },
  { title: "Details", cell: (row) => <Details row={row} />, isExtra: true, className: "text-sm" },
]

/** Who did what to which thing, newest first, and whether the record is whole. */
export function AuditView() {
  const address = useAddress()
  const pages = usePages(AuditPage, "/v1/audit", {
    action: address.get("action"),
    actor: address.get("actor"),
    entityId: address.get("id"),
  })
  return (
    <>
      <PageHeader title="Audit" detail="Each row is sealed with the row before it" actions={<Verify />} />
      <Filters>
        <SearchFilter label="Action, like booking.cancelled" name="action" />
        <SearchFilter label="Id of a thing" name="id" />
        <SearchFilter label="Actor" name="actor" />
      </Filters>
      <ListTable
        label="Audit"
        pages={pages}
        columns={columns}
        keyOf={(row) => String(row.sequence)}
        empty={{ title: "No row fits", detail: "Leave out a filter." }}
      />
    </>
  )
}

function Details({ row }: { row: AuditRow }) {
  if (Object.keys(row.details).length === 0) return <span className="text-ink-soft">–</span>
  return (
    <details>
      <summary className="text-ink-soft">Show</summary>
      <ReadableValue value={row.details} />
    </details>
  )
}

function Verify() {
  const verify = useMutation({ mutationFn: () => request(AuditVerification, "/v1/audit/verify") })
  const { data } = verify
  return (
    <>
      {verify.error ? <ErrorState title={sentenceOf(verify.error)} /> : null}
      {data ? (
        <p
          role="status"
          className={data.brokenAt === null ? "font-medium text-good" : "font-medium text-bad"}
        >
          {data.brokenAt === null
            ? `All ${data.rows.toLocaleString("en-US")} rows are whole.`
            : `Row ${data.brokenAt} was changed after it was written.`}
        </p>
      ) : null}
      <Button variant="secondary" isBusy={verify.isPending} onClick={() => verify.mutate()}>
        Check every seal
      </Button>
    </>
  )
}
