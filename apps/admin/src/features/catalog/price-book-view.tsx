"use client"

import { PriceBook } from "@myhibachi/contract/catalog"
import { Field } from "@myhibachi/ui/field"
import { Select } from "@myhibachi/ui/select"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { catalogKeys } from "./catalog-keys.ts"
import { DiscardDialog } from "./discard-dialog.tsx"
import { BookState, usePriceBooks } from "./price-books-view.tsx"
import { PriceDifferenceList } from "./price-difference.tsx"
import { PriceTable } from "./price-table.tsx"
import { PublishDialog } from "./publish-dialog.tsx"

/** One version of the prices: what everything costs, what differs from another version, and for a draft the editor. */
export function PriceBookView({ id }: { id: string }) {
  const book = useQuery({
    queryKey: catalogKeys.book(id),
    queryFn: () => request(PriceBook, `/v1/price-books/${id}`),
  })
  const books = usePriceBooks()
  return (
    <Loaded query={book} lines={10}>
      {(data) => (
        <>
          <Header book={data} current={books.data?.items.find(({ isCurrent }) => isCurrent)} />
          <div className="grid items-start gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
            <PriceTable book={data} />
            {books.data ? <Difference book={data} books={books.data.items} /> : null}
          </div>
        </>
      )}
    </Loaded>
  )
}

function Header({ book, current }: { book: PriceBook; current: PriceBook | undefined }) {
  const isDraft = book.status === "draft"
  const mayChange = useMay("catalog:write") && isDraft
  return (
    <PageHeader
      back={{ href: "/menu/prices", title: "Price books" }}
      title={`Version ${book.version}: ${book.name}`}
      detail={
        <span className="flex flex-wrap items-center gap-3">
          <BookState book={{ ...book, isCurrent: book.id === current?.id }} />
          {book.effectiveFrom ? (
            <span>
              counts from <WhenText instant={book.effectiveFrom} shape="date-time" />
            </span>
          ) : (
            "Customers see nothing of it until it is published"
          )}
        </span>
      }
      actions={
        mayChange ? (
          <>
            <DiscardDialog book={book} />
            {current ? <PublishDialog book={book} current={current} /> : null}
          </>
        ) : null
      }
    />
  )
}

function Difference({ book, books }: { book: PriceBook; books: PriceBook[] }) {
  const address = useAddress()
  const others = books.filter(({ id }) => id !== book.id)
  const other =
    others.find(({ id }) => id === address.get("against")) ??
    others.find(({ isCurrent }) => isCurrent) ??
    others[0]
  if (!other) return null
  return (
    <section className="min-w-0">
      <h2 className="mb-3 text-lg font-semibold">What differs</h2>
      <Field label="Compared with" className="mb-4 max-w-sm">
        <Select value={other.id} onChange={(event) => address.set({ against: event.currentTarget.value })}>
          {others.map((candidate) => (
            <option key={candidate.id} value={candidate.id}>
              Version {candidate.version}: {candidate.name}
            </option>
          ))}
        </Select>
      </Field>
      <PriceDifferenceList fromId={other.id} toId={book.id} revision={book.revision} />
    </section>
  )
}
