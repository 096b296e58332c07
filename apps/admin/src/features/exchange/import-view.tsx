"use client"

import { Import, ImportRowPage, ImportRowState } from "@myhibachi/contract/exchange"
import { Badge } from "@myhibachi/ui/badge"
import { LinkButton } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Progress } from "@myhibachi/ui/progress"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { request } from "@/api/request.ts"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { importState, kindTitle, rowState } from "./exchange-words.ts"
import { ImportActions } from "./import-actions.tsx"

const AT_WORK = ["checking", "running", "stopping", "undoing"]

/** One file: how far it is, and row by row what is wrong and what was made. */
export function ImportView({ id }: { id: string }) {
  const file = useQuery({
    queryKey: ["import", id],
    queryFn: () => request(Import, `/v1/imports/${id}`),
    refetchInterval: ({ state }) => (state.data && AT_WORK.includes(state.data.state) ? 1000 : 15_000),
  })
  return (
    <Loaded query={file} lines={8}>
      {(data) => <FilePage file={data} />}
    </Loaded>
  )
}

function FilePage({ file }: { file: Import }) {
  const { title, state } = importState[file.state]
  const { counts } = file
  const toMend = counts.bad + counts.refused
  return (
    <>
      <PageHeader
        back={{ href: "/settings/files", title: "Imports and exports" }}
        title={
          <span className="flex flex-wrap items-center gap-3">
            {file.fileName} <Badge state={state}>{title}</Badge>
          </span>
        }
        detail={
          <>
            {kindTitle[file.kind]} · uploaded by {file.createdBy}, <WhenText instant={file.createdAt} />
          </>
        }
        actions={
          <>
            {toMend > 0 ? (
              <LinkButton variant="secondary" href={`/api/v1/imports/${file.id}/problems`}>
                What to mend, as CSV
              </LinkButton>
            ) : null}
            <ImportActions file={file} />
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <Card aria-label="Progress">
          <CardHeader title={summaryOf(file)} detail={nextOf(file)} />
          <Progress label="Rows done" value={doneOf(file)} maximum={file.rows} />
        </Card>
        <RowsCard file={file} />
      </div>
    </>
  )
}

function summaryOf({ counts, rows }: Import): string {
  const parts = ImportRowState.options
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state].toLocaleString("en-US")} ${rowState[state].title}`)
  return `${rows.toLocaleString("en-US")} rows: ${parts.join(", ")}`
}

function nextOf({ state, counts }: Import): string {
  if (state === "checked" && counts.ready > 0) return "Nothing is made yet. Bad rows are left out."
  if (state === "checked") return "No row is good; mend the file and upload it again."
  if (state === "stopping") return "The row that is being made is finished first; then it stands still."
  if (state === "stopped") return "It goes on where it was."
  if (state === "done" && counts.bad + counts.refused > 0)
    return "Mend the rows below and upload the whole file again: what is made is not made twice."
  if (state === "done") return "Every row is seen to."
  if (state === "undone") return "What others depend on has stayed."
  return "Leaving this page does not stop it."
}

function doneOf({ state, counts, rows }: Import): number {
  if (state === "checking") return rows - counts.new
  if (state === "checked") return 0
  return counts.created + counts.existing + counts.refused + counts.bad + counts.removed
}

type Row = ImportRowPage["items"][number]

const columns: [Column<Row>, ...Column<Row>[]] = [
  { title: "Line", cell: ({ line }) => `Line ${line}`, className: "whitespace-nowrap" },
  {
    title: "Row",
    cell: ({ cells }) => Object.values(cells).filter(Boolean).slice(0, 4).join(", "),
    className: "[overflow-wrap:anywhere]",
  },
  {
    title: "State",
    cell: ({ state }) => <Badge state={rowState[state].state}>{rowState[state].title}</Badge>,
  },
  {
    title: "What is wrong, and what to do",
    cell: ({ problems }) =>
      problems.length === 0 ? (
        <span className="text-ink-soft">–</span>
      ) : (
        <ul>
          {problems.map(({ column, detail, remedy }) => (
            <li key={`${column}-${detail}`}>
              {column ? <span className="font-medium">{column}: </span> : null}
              {detail} <span className="text-ink-soft">{remedy}</span>
            </li>
          ))}
        </ul>
      ),
  },
]

const states = ImportRowState.options.map((value) => ({ value, label: rowState[value].title }))

function RowsCard({ file }: { file: Import }) {
  const address = useAddress()
  const state = address.get("state")
  const isAtWork = AT_WORK.includes(file.state)
  const pages = usePages(
    ImportRowPage,
    `/v1/imports/${file.id}/rows`,
    { state },
    { refetchMs: isAtWork ? 2000 : 30_000 },
  )
  const client = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are behind whenever the file has another state
  useEffect(() => {
    void client.invalidateQueries({ queryKey: [`/v1/imports/${file.id}/rows`] })
  }, [client, file.id, file.state])
  return (
    <Card aria-label="Rows">
      <Filters>
        <ChoiceFilter label="Rows" name="state" all="Every row" options={states} />
      </Filters>
      <ListTable
        label="Rows"
        pages={pages}
        columns={columns}
        keyOf={({ line }) => String(line)}
        empty={{ title: "No such row", detail: "Choose another state." }}
      />
    </Card>
  )
}
