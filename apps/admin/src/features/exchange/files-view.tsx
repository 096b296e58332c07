"use client"

import { PageHeader } from "@/shell/page-header.tsx"
import { ExportsCard } from "./exports-card.tsx"
import { ImportsCard } from "./imports-card.tsx"

/** Tables from outside, and tables to take out. */
export function FilesView() {
  return (
    <>
      <PageHeader title="Imports and exports" />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <ImportsCard />
        <ExportsCard />
      </div>
    </>
  )
}
