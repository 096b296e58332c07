"use client"

import { PriceBook } from "@myhibachi/contract/catalog"
import { CreatePriceBook } from "@myhibachi/contract/publishing"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { Select } from "@myhibachi/ui/select"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { useChange } from "./use-change.ts"

/** Begins the next version from the prices of another one. */
export function DraftDialog({ books }: { books: PriceBook[] }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Draft new prices"
      description="The draft begins with the prices of the version you choose. Customers see nothing of it until you publish."
      trigger={<Button>Draft new prices…</Button>}
    >
      {isOpen ? <DraftForm books={books} /> : null}
    </Dialog>
  )
}

function DraftForm({ books }: { books: PriceBook[] }) {
  const router = useRouter()
  const [fromId, setFromId] = useState((books.find((book) => book.isCurrent) ?? books[0])?.id ?? "")
  const [name, setName] = useState("")
  const [hint, setHint] = useState<string>()
  const draft = useChange({
    send: (body: CreatePriceBook) => request(PriceBook, "/v1/price-books", { method: "POST", body }),
    after: (book) => router.push(`/menu/prices/${book.id}`),
  })
  const submit = () => {
    const parsed = CreatePriceBook.safeParse({ fromId, name })
    setHint(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success) draft.mutate(parsed.data)
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label="Name" hint="For staff, for example Spring 2027." error={hint} isRequired>
        <Input value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <Field label="Begin with the prices of">
        <Select value={fromId} onChange={(event) => setFromId(event.currentTarget.value)}>
          {books.map((book) => (
            <option key={book.id} value={book.id}>
              Version {book.version}: {book.name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex justify-end">
        <Button isBusy={draft.isPending} onClick={submit}>
          Begin the draft
        </Button>
      </div>
    </div>
  )
}
