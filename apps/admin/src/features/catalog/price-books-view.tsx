"use client"

import { type PriceBook, PriceBookList } from "@myhibachi/contract/catalog"
import { Badge } from "@myhibachi/ui/badge"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { stacked } from "@/lists/stacked.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { catalogKeys } from "./catalog-keys.ts"
import { DraftDialog } from "./draft-dialog.tsx"

/** @returns every version of the prices, the newest first. */
export function usePriceBooks() {
  return useQuery({
    queryKey: catalogKeys.books,
    queryFn: () => request(PriceBookList, "/v1/price-books"),
  })
}

/** Every version of the prices, with the one that counts. */
export function PriceBooksView() {
  const books = usePriceBooks()
  const mayWrite = useMay("catalog:write")
  return (
    <>
      <PageHeader
        title="Price books"
        detail="A published version never changes; quotes keep the one they were made with"
        actions={mayWrite && books.data ? <DraftDialog books={books.data.items} /> : null}
      />
      <Loaded query={books} lines={8}>
        {(data) => <Versions books={data.items} />}
      </Loaded>
    </>
  )
}

function Versions({ books }: { books: PriceBook[] }) {
  if (books.length === 0) return <p className="text-ink-soft">There is no price book.</p>
  return (
    <Table label="Versions of the prices" className={stacked}>
      <thead>
        <tr>
          <HeaderCell>Version</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell>Counts from</HeaderCell>
          <HeaderCell isNumber>Prices</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {books.map((book) => (
          <Row key={book.id} className="relative hover:bg-sunken">
            <Cell>
              <Link href={`/menu/prices/${book.id}`} className="font-medium after:absolute after:inset-0">
                Version {book.version}: {book.name}
              </Link>
            </Cell>
            <Cell>
              <BookState book={book} />
            </Cell>
            <Cell>
              {book.effectiveFrom ? <WhenText instant={book.effectiveFrom} /> : "when it is published"}
            </Cell>
            <Cell data-title="Prices" isNumber>
              {book.prices.length}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}

/** Whether a version counts, counted, will count or is still written. */
export function BookState({ book }: { book: PriceBook }) {
  if (book.isCurrent) return <Badge state="good">In force</Badge>
  if (book.status === "draft") return <Badge state="caution">Draft</Badge>
  const isAhead = book.effectiveFrom !== null && Date.parse(book.effectiveFrom) > Date.now()
  return <Badge>{isAhead ? "Planned" : "Published earlier"}</Badge>
}
