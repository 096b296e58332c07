"use client"

import { type PriceBook, PriceBookList } from "@myhibachi/contract/catalog"
import { type TaxRate, TaxRateList } from "@myhibachi/contract/tax"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"
import { WhenText } from "@/time/when-text.tsx"
import { unitTitle } from "./catalog-words.ts"

/** Every version of the prices, the one that counts first, and the dated tax rates. */
export function PriceBooksView() {
  const books = useQuery({
    queryKey: ["price-books"],
    queryFn: () => request(PriceBookList, "/v1/price-books"),
  })
  const rates = useQuery({ queryKey: ["tax-rates"], queryFn: () => request(TaxRateList, "/v1/tax-rates") })
  return (
    <>
      <PageHeader
        title="Price books"
        detail="A published version never changes; quotes name the one they were made with"
      />
      <Loaded query={books} lines={8}>
        {(data) => <Books books={data.items} />}
      </Loaded>
      <h2 className="mt-12 mb-3 text-xl font-semibold">Tax rates</h2>
      <Loaded query={rates}>{(data) => <RateTable rates={data.items} />}</Loaded>
    </>
  )
}

function Books({ books }: { books: PriceBook[] }) {
  const address = useAddress()
  const shown =
    books.find(({ id }) => id === address.get("book")) ?? books.find(({ isCurrent }) => isCurrent) ?? books[0]
  if (!shown) return <p className="text-ink-soft">There is no price book.</p>
  return (
    <>
      {books.length > 1 ? (
        <Filters>
          <ChoiceFilter
            label="Version"
            name="book"
            all="The version in force"
            options={books.map((book) => ({
              value: book.id,
              label: `Version ${book.version}: ${book.name}`,
            }))}
          />
        </Filters>
      ) : null}
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <span className="font-medium">
          Version {shown.version}: {shown.name}
        </span>
        <Badge state={shown.isCurrent ? "good" : shown.status === "draft" ? "caution" : "neutral"}>
          {shown.isCurrent ? "In force" : shown.status === "draft" ? "Draft" : "Published"}
        </Badge>
        {shown.effectiveFrom ? (
          <span className="text-ink-soft">
            from <WhenText instant={shown.effectiveFrom} shape="date" />
          </span>
        ) : null}
      </p>
      <PriceTable book={shown} />
    </>
  )
}

function PriceTable({ book }: { book: PriceBook }) {
  return (
    <div className="max-w-2xl">
      <Table label={`Prices of version ${book.version}`}>
        <thead>
          <tr>
            <HeaderCell>Item</HeaderCell>
            <HeaderCell>For</HeaderCell>
            <HeaderCell isNumber>Price</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {book.prices.map((price) => (
            <Row key={price.sku}>
              <Cell className="font-medium">{price.name}</Cell>
              <Cell>{unitTitle[price.unit]}</Cell>
              <Cell isNumber>
                <MoneyText money={price.amount} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function RateTable({ rates }: { rates: TaxRate[] }) {
  return (
    <div className="max-w-3xl">
      <Table label="Tax rates">
        <thead>
          <tr>
            <HeaderCell>Where</HeaderCell>
            <HeaderCell>On</HeaderCell>
            <HeaderCell isNumber>Rate</HeaderCell>
            <HeaderCell>From</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <Row key={rate.id}>
              <Cell className="font-medium">{rate.jurisdiction}</Cell>
              <Cell>{readableName(rate.lineClass)}</Cell>
              <Cell isNumber>{(rate.basisPoints / 100).toFixed(3).replace(/0$/, "")} %</Cell>
              <Cell>
                <WhenText instant={rate.validFrom} shape="date" />
                {rate.validTo ? (
                  <>
                    {" "}
                    until <WhenText instant={rate.validTo} shape="date" />
                  </>
                ) : null}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
