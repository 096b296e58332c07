"use client"

import { type Price, PriceBook } from "@myhibachi/contract/catalog"
import { SetPrice } from "@myhibachi/contract/publishing"
import { Button } from "@myhibachi/ui/button"
import { Field } from "@myhibachi/ui/field"
import { Input } from "@myhibachi/ui/input"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Select } from "@myhibachi/ui/select"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { useMay } from "@/shell/me.tsx"
import { readAmount } from "../payments/read-amount.ts"
import { ifMatch } from "./catalog-keys.ts"
import { unitTitle } from "./catalog-words.ts"
import { useMenu } from "./menu-view.tsx"
import { useChange } from "./use-change.ts"

/** What everything costs; in a draft each price can be typed over. */
export function PriceTable({ book }: { book: PriceBook }) {
  const mayChange = useMay("catalog:write") && book.status === "draft"
  const set = useSetPrice(book)
  return (
    <div className="min-w-0">
      <Table label={`Prices of version ${book.version}`}>
        <thead>
          <tr>
            <HeaderCell>Item</HeaderCell>
            <HeaderCell className="max-sm:hidden">For</HeaderCell>
            <HeaderCell isNumber>Price</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {book.prices.map((price) => (
            <Row key={price.sku}>
              <Cell className="font-medium">{price.name}</Cell>
              <Cell className="max-sm:hidden">{unitTitle[price.unit]}</Cell>
              <Cell isNumber>
                {mayChange ? (
                  <PriceInput
                    key={price.amount.amount}
                    price={price}
                    isBusy={set.isPending}
                    onSet={(amountCents) => set.mutate({ sku: price.sku, amountCents })}
                  />
                ) : (
                  <MoneyText money={price.amount} />
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {mayChange ? <AddDish book={book} onAdd={(sku) => set.mutate({ sku, amountCents: 0 })} /> : null}
    </div>
  )
}

function useSetPrice(book: PriceBook) {
  return useChange({
    send: ({ sku, amountCents }: SetPrice & { sku: string }) =>
      request(PriceBook, `/v1/price-books/${book.id}/items/${sku}`, {
        method: "PUT",
        body: { amountCents },
        headers: ifMatch(book.revision),
      }),
  })
}

interface PriceInputProps {
  price: Price
  isBusy: boolean
  onSet: (amountCents: number) => void
}

/** One price, saved when the field is left or Enter is pressed. */
function PriceInput({ price, isBusy, onSet }: PriceInputProps) {
  const [text, setText] = useState((price.amount.amount / 100).toFixed(2))
  const [error, setError] = useState<string>()
  const save = () => {
    const cents = readAmount(text)
    const parsed = SetPrice.safeParse({ amountCents: cents })
    setError(
      parsed.success
        ? undefined
        : cents === null
          ? "Write dollars, like 18.00."
          : parsed.error.issues[0]?.message,
    )
    if (parsed.success && cents !== price.amount.amount) onSet(parsed.data.amountCents)
  }
  return (
    <Field label={<span className="sr-only">Price of {price.name} in dollars</span>} error={error}>
      <Input
        inputMode="decimal"
        value={text}
        readOnly={isBusy}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => (event.key === "Enter" ? save() : undefined)}
        className="ml-auto w-28 text-right tabular-nums"
      />
    </Field>
  )
}

/** Gives a dish of the menu that is not in the book its line. */
function AddDish({ book, onAdd }: { book: PriceBook; onAdd: (sku: string) => void }) {
  const [sku, setSku] = useState("")
  const menu = useMenu()
  const priced = new Set(book.prices.map((price) => price.sku))
  const missing = (menu.data?.items ?? []).filter(
    ({ sku, kind, isArchived }) =>
      !isArchived && !priced.has(sku) && ["protein", "premium_protein", "add_on"].includes(kind),
  )
  if (missing.length === 0) return null
  return (
    <div className="mt-4 flex flex-wrap items-end gap-3">
      <Field label="A dish without a price yet">
        <Select value={sku} onChange={(event) => setSku(event.currentTarget.value)}>
          <option value="">Choose a dish</option>
          {missing.map((item) => (
            <option key={item.sku} value={item.sku}>
              {item.name}
            </option>
          ))}
        </Select>
      </Field>
      <Button variant="secondary" disabled={sku === ""} onClick={() => onAdd(sku)}>
        Add it
      </Button>
    </div>
  )
}
