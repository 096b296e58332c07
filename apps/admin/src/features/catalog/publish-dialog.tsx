"use client"

import { PriceBook } from "@myhibachi/contract/catalog"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { ifMatch } from "./catalog-keys.ts"
import { InstantInput, instantOf } from "./instant-input.tsx"
import { PriceDifferenceList } from "./price-difference.tsx"
import { useChange } from "./use-change.ts"

/** Publishes a draft, after showing what it changes. */
export function PublishDialog({ book, current }: { book: PriceBook; current: PriceBook }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title={`Publish version ${book.version}?`}
      description="A published version never changes. Quotes that are open keep the prices they were made with."
      trigger={<Button>Publish…</Button>}
    >
      {isOpen ? <PublishForm book={book} current={current} onDone={() => setIsOpen(false)} /> : null}
    </Dialog>
  )
}

function PublishForm({ book, current, onDone }: { book: PriceBook; current: PriceBook; onDone: () => void }) {
  const [from, setFrom] = useState("")
  const publish = useChange({
    send: (effectiveFrom: string | undefined) =>
      request(PriceBook, `/v1/price-books/${book.id}/publish`, {
        method: "POST",
        body: effectiveFrom ? { effectiveFrom } : {},
        headers: ifMatch(book.revision),
      }),
    done: ({ version }) => `Version ${version} is published`,
    after: onDone,
  })
  return (
    <div className="flex flex-col gap-4">
      <section>
        <h3 className="mb-1 font-medium">Against version {current.version}, which is in force</h3>
        <PriceDifferenceList fromId={current.id} toId={book.id} revision={book.revision} />
      </section>
      <InstantInput
        label="Counts from"
        value={from}
        onChange={setFrom}
        emptyMeans="Empty: at once."
        error={publish.errors.effectiveFrom}
      />
      <div className="flex justify-end">
        <Button isBusy={publish.isPending} onClick={() => publish.mutate(instantOf(from))}>
          {from ? "Publish for then" : "Publish now"}
        </Button>
      </div>
    </div>
  )
}
