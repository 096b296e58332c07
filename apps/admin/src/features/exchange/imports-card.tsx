"use client"

import { Import, ImportKind, ImportKindList, ImportPage } from "@myhibachi/contract/exchange"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { problemOf } from "@/api/problem.ts"
import { queryText, request } from "@/api/request.ts"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { Failure, Loaded } from "@/lists/loaded.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { WhenText } from "@/time/when-text.tsx"
import { importState, kindTitle } from "./exchange-words.ts"

const columns: [Column<Import>, ...Column<Import>[]] = [
  {
    title: "File",
    cell: (row) => (
      <>
        <span className="block [overflow-wrap:anywhere]">{row.fileName}</span>
        <span className="block font-normal text-ink-soft">
          {kindTitle[row.kind]}, {row.rows.toLocaleString("en-US")} rows
        </span>
      </>
    ),
  },
  {
    title: "State",
    cell: ({ state }) => <Badge state={importState[state].state}>{importState[state].title}</Badge>,
  },
  { title: "Uploaded", cell: (row) => <WhenText instant={row.createdAt} />, isExtra: true },
]

/** The files that came in, and the way for the next one. */
export function ImportsCard() {
  const kinds = useQuery({
    queryKey: ["import-kinds"],
    queryFn: () => request(ImportKindList, "/v1/import-kinds"),
  })
  const pages = usePages(ImportPage, "/v1/imports", {}, { refetchMs: 15_000 })
  return (
    <Card aria-label="Imports">
      <CardHeader title="Imports" detail="A file is looked at first; nothing is made until you say so." />
      <Loaded query={kinds} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft">Your role imports nothing.</p>
          ) : (
            <Upload kinds={items} />
          )
        }
      </Loaded>
      <div className="mt-6">
        <ListTable
          label="Imports"
          pages={pages}
          columns={columns}
          keyOf={({ id }) => id}
          hrefOf={({ id }) => `/settings/files/${id}`}
          empty={{ title: "No file yet", detail: "Uploaded files stay here with what became of each row." }}
        />
      </div>
    </Card>
  )
}

function Upload({ kinds }: { kinds: ImportKindList["items"] }) {
  const [kind, setKind] = useState<ImportKind>(kinds[0]?.kind ?? "customers")
  const [file, setFile] = useState<File | null>(null)
  const upload = useUpload()
  const columnsOfKind = kinds.find((candidate) => candidate.kind === kind)?.columns ?? []
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="What is in it">
          <Select
            value={kind}
            onChange={(event) => setKind(ImportKind.catch("customers").parse(event.currentTarget.value))}
          >
            {kinds.map(({ kind: value }) => (
              <option key={value} value={value}>
                {kindTitle[value]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="CSV file">
          <Input
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
            className="py-2"
          />
        </Field>
      </div>
      <p className="text-sm text-ink-soft">
        Columns: {columnsOfKind.map(({ name, isRequired }) => (isRequired ? `${name}*` : name)).join(", ")}.{" "}
        <a href={`/api/v1/import-kinds/${kind}/template`} className="underline underline-offset-4">
          Example file
        </a>
      </p>
      {upload.error ? <Failure error={upload.error} /> : null}
      <div>
        <Button
          isBusy={upload.isPending}
          disabled={!file}
          onClick={() => file && upload.mutate({ kind, file })}
        >
          Upload and look at it
        </Button>
      </div>
    </div>
  )
}

function useUpload() {
  const router = useRouter()
  return useMutation({
    mutationFn: async ({ kind, file }: { kind: ImportKind; file: File }) => {
      const response = await fetch(`/api/v1/imports${queryText({ kind, fileName: file.name })}`, {
        method: "POST",
        headers: { "content-type": "text/csv", accept: "application/json" },
        body: file,
      })
      const body: unknown = await response.json()
      if (!response.ok) throw problemOf(response.status, body)
      return Import.parse(body)
    },
    onSuccess: ({ id }) => router.push(`/settings/files/${id}`),
  })
}
