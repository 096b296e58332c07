"use client"

import {
  CreateExport,
  Export,
  ExportContentList,
  ExportFormat,
  ExportPage,
} from "@myhibachi/contract/exchange"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Field } from "@myhibachi/ui/field"
import { Select } from "@myhibachi/ui/select"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { WhenText } from "@/time/when-text.tsx"
import { contentTitle, exportState } from "./exchange-words.ts"

const columns: [Column<Export>, ...Column<Export>[]] = [
  {
    title: "Content",
    cell: (row) => (
      <>
        <span className="block">
          {contentTitle[row.content]}, {row.format.toUpperCase()}
        </span>
        <span className="block font-normal text-ink-soft tabular-nums">
          {row.rows.toLocaleString("en-US")} rows
        </span>
      </>
    ),
  },
  {
    title: "State",
    cell: ({ state }) => <Badge state={exportState[state].state}>{exportState[state].title}</Badge>,
  },
  { title: "Kept until", cell: (row) => <WhenText instant={row.expiresAt} />, isExtra: true },
  { title: "File", cell: (row) => <FileCell row={row} /> },
]

/** The tables that were taken out, and the way for the next one. */
export function ExportsCard() {
  const contents = useQuery({
    queryKey: ["export-contents"],
    queryFn: () => request(ExportContentList, "/v1/export-contents"),
  })
  const pages = usePages(ExportPage, "/v1/exports", {}, { refetchMs: 2000 })
  return (
    <Card aria-label="Exports">
      <CardHeader title="Exports" detail="You can take out what you may read; each file is kept for a day." />
      <Loaded query={contents} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft">Your role exports nothing.</p>
          ) : (
            <Order contents={items} />
          )
        }
      </Loaded>
      <div className="mt-6">
        <ListTable
          label="Exports"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          empty={{ title: "No export yet", detail: "A file appears here while it is being written." }}
        />
      </div>
    </Card>
  )
}

function Order({ contents }: { contents: ExportContentList["items"] }) {
  const [wanted, setWanted] = useState<CreateExport>({ content: contents[0] ?? "customers", format: "csv" })
  const client = useQueryClient()
  const tell = useToast()
  const create = useMutation({
    mutationFn: (body: CreateExport) => request(Export, "/v1/exports", { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["/v1/exports"] }),
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  const set = (name: keyof CreateExport) => (event: { currentTarget: { value: string } }) => {
    const next = CreateExport.safeParse({ ...wanted, [name]: event.currentTarget.value })
    if (next.success) setWanted(next.data)
  }
  return (
    <div className="flex flex-wrap items-end gap-4">
      <Field label="Content">
        <Select value={wanted.content} onChange={set("content")}>
          {contents.map((content) => (
            <option key={content} value={content}>
              {contentTitle[content]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Format">
        <Select value={wanted.format} onChange={set("format")}>
          {ExportFormat.options.map((format) => (
            <option key={format} value={format}>
              {format.toUpperCase()}
            </option>
          ))}
        </Select>
      </Field>
      <Button isBusy={create.isPending} onClick={() => create.mutate(wanted)}>
        Write the file
      </Button>
    </div>
  )
}

function FileCell({ row }: { row: Export }) {
  const client = useQueryClient()
  const stop = useMutation({
    mutationFn: () => request(Export, `/v1/exports/${row.id}/stop`, { method: "POST" }),
    onSettled: () => client.invalidateQueries({ queryKey: ["/v1/exports"] }),
  })
  if (row.state === "done") {
    return (
      <a
        href={`/api/v1/exports/${row.id}/file`}
        className="font-medium underline underline-offset-4"
        aria-label={`Download ${contentTitle[row.content]}, ${row.format.toUpperCase()}`}
      >
        Download
      </a>
    )
  }
  if (row.state !== "running") return <span className="text-ink-soft">–</span>
  return (
    <Button size="small" variant="quiet" isBusy={stop.isPending} onClick={() => stop.mutate()}>
      Stop
    </Button>
  )
}
