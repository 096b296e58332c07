"use client"

import { formatAmount, ShoppingList } from "@myhibachi/contract/party-guests"
import { LinkButton } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { Input } from "@myhibachi/ui/input"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { queryText, request } from "@/api/request.ts"
import { allergenTitle } from "@/features/catalog/catalog-words.ts"
import { todayAt, useStations } from "@/features/reports/report-frame.tsx"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { longDay } from "@/time/format-time.ts"

/** What all parties of a day need together. */
export function ShoppingView() {
  const address = useAddress()
  const [openedAt] = useState(() => Date.now())
  const { items: stations } = useStations()
  const date = address.get("date") || todayAt(stations, openedAt)
  const query = { date, stationId: address.get("station") }
  const list = useQuery({
    queryKey: ["shopping-list", query],
    queryFn: () => request(ShoppingList, "/v1/shopping-list", { query }),
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <PageHeader
        title="Shopping list"
        detail={longDay(date)}
        actions={
          <LinkButton
            variant="secondary"
            href={`/api/v1/shopping-list/pdf${queryText(query)}`}
            target="_blank"
          >
            PDF
          </LinkButton>
        }
      />
      <Filters>
        <Input
          type="date"
          aria-label="Day"
          value={date}
          onChange={(event) => address.set({ date: event.currentTarget.value })}
          className="w-auto"
        />
        <ChoiceFilter
          label="Station"
          name="station"
          all="Every station"
          options={stations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Filters>
      <Loaded query={list} lines={6}>
        {(data) =>
          data.parties.length === 0 ? (
            <EmptyState title="No party on this day">There is nothing to buy.</EmptyState>
          ) : (
            <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
              <ToBuy list={data} />
              <Parties list={data} />
            </div>
          )
        }
      </Loaded>
    </>
  )
}

function ToBuy({ list }: { list: ShoppingList }) {
  return (
    <Card aria-label="To buy and pack">
      <CardHeader title="To buy and pack" detail="From the recipes; what a guest must not have is left out" />
      <Table label="To buy and pack">
        <thead>
          <tr>
            <HeaderCell>Ingredient</HeaderCell>
            <HeaderCell isNumber>Portions</HeaderCell>
            <HeaderCell isNumber>Amount</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {list.shopping.map((line) => (
            <Row key={line.ingredientId}>
              <Cell>
                {line.ingredient}
                {line.allergens.length > 0 ? (
                  <span className="block text-sm text-ink-soft">
                    {line.allergens.map((allergen) => allergenTitle[allergen].toLowerCase()).join(", ")}
                  </span>
                ) : null}
              </Cell>
              <Cell isNumber>{line.portions}</Cell>
              <Cell isNumber className="font-medium">
                {formatAmount(line)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

function Parties({ list }: { list: ShoppingList }) {
  return (
    <Card aria-label="Parties">
      <CardHeader title="For these parties" />
      <ul className="flex flex-col gap-3 text-sm">
        {list.parties.map((party) => (
          <li key={party.bookingId}>
            <Link href={`/bookings/${party.bookingId}`} className="font-medium underline underline-offset-4">
              {party.reference}
            </Link>
            <span className="block text-ink-soft">
              {party.customerName}, {party.guestTotal} guests,{" "}
              <TimeText instant={party.startsAt} timeZone={party.timeZone} shape="time" />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
