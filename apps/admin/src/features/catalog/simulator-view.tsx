"use client"

import type { PriceBook } from "@myhibachi/contract/catalog"
import { type SimulatePrice, Simulation } from "@myhibachi/contract/pricing"
import { Button } from "@myhibachi/ui/button"
import { Form } from "@myhibachi/ui/form"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { ApiProblem } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { Failure, Loaded } from "@/lists/loaded.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { usePriceBooks } from "./price-books-view.tsx"
import { QuoteReplayPanel } from "./quote-replay-panel.tsx"
import { SimulatedParty, startParty, type TriedParty } from "./simulated-party.tsx"
import { SimulationResult } from "./simulation-result.tsx"
import { VersionSelect } from "./version-select.tsx"

/** Any party on any version of the prices, two side by side, and the last quotes on another version. */
export function SimulatorView() {
  const books = usePriceBooks()
  return (
    <>
      <PageHeader title="Simulator" detail="Try prices, drafts too; nothing here is kept or sent" />
      <Loaded query={books} lines={8}>
        {({ items }) => (
          <div className="flex flex-col gap-14">
            <Simulator books={items} />
            <QuoteReplayPanel books={items} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function Simulator({ books }: { books: PriceBook[] }) {
  const current = books.find(({ isCurrent }) => isCurrent) ?? books[0]
  const [party, setParty] = useState<TriedParty>(startParty)
  const [first, setFirst] = useState(current?.id ?? "")
  const [second, setSecond] = useState(books.find(({ status }) => status === "draft")?.id ?? "")
  const [errors, setErrors] = useState<Record<string, string>>({})
  const simulate = useMutation({
    mutationFn: (body: SimulatePrice) =>
      request(Simulation, "/v1/pricing/simulate", { method: "POST", body }),
    onError: (error) => setErrors(error instanceof ApiProblem ? complaints(error) : {}),
  })
  const run = () => {
    setErrors({})
    simulate.mutate(requestOf(party, [...new Set([first, second])].filter(Boolean)))
  }
  return (
    <section className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
      <Form onSubmit={run}>
        <VersionSelect label="Version" books={books} value={first} onChange={setFirst} />
        <VersionSelect label="Beside it" books={books} value={second} onChange={setSecond} none="Nothing" />
        <SimulatedParty party={party} onChange={setParty} prices={current?.prices ?? []} errors={errors} />
        <Button type="submit" isBusy={simulate.isPending}>
          Price it
        </Button>
      </Form>
      <div aria-live="polite" className="min-w-0">
        {simulate.error ? <Failure error={simulate.error} /> : null}
        {simulate.data && !simulate.error ? <SimulationResult simulation={simulate.data} /> : null}
        {simulate.data || simulate.error ? null : (
          <p className="text-ink-soft">Describe a party and price it: each line is explained here.</p>
        )}
      </div>
    </section>
  )
}

function requestOf(party: TriedParty, priceBookIds: string[]): SimulatePrice {
  const { guests, quantities, address, date, time, code } = party
  const items = Object.entries(quantities).map(([sku, quantity]) => ({ sku, quantity }))
  return {
    guests,
    items: items.filter(({ quantity }) => quantity > 0),
    priceBookIds,
    ...(address.trim() ? { address: { text: address } } : {}),
    ...(date ? { date } : {}),
    ...(date && time ? { time } : {}),
    ...(code.trim() ? { promotionCode: code } : {}),
  }
}

function complaints({ errors }: ApiProblem): Record<string, string> {
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.split("/")[1] ?? "", detail]))
}
