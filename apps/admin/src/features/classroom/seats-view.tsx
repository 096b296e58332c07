"use client"

import { type ModelPrice, ModelPrices, type Seat, Seats } from "@myhibachi/contract/classroom"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { stacked } from "@/lists/stacked.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { costText } from "@/text/readable-number.ts"
import { WhenText } from "@/time/when-text.tsx"
import { seatRoleTitle, seatState } from "./discussion-words.ts"
import { seatName } from "./name-seats.ts"

/** Who sits at the table, in which role and at what price. */
export function SeatsView() {
  const seats = useQuery({
    queryKey: ["seats"],
    queryFn: () => request(Seats, "/v1/seats"),
    refetchInterval: 15_000,
  })
  const prices = useQuery({
    queryKey: ["model-prices"],
    queryFn: () => request(ModelPrices, "/v1/model-prices"),
  })
  return (
    <>
      <PageHeader title="Seats" detail="The models that answer and discuss, in the order of the table" />
      <Loaded query={seats}>{(data) => <SeatTable table={data} />}</Loaded>
      <h2 className="mt-10 mb-3 text-xl font-semibold">Prices per million tokens</h2>
      <Loaded query={prices}>{(data) => <PriceTable prices={data.prices} />}</Loaded>
    </>
  )
}

function SeatTable({ table }: { table: Seats }) {
  const mayWrite = useMay("assistant:write")
  const change = useSeatChange(table)
  return (
    <Table label="Seats" className={stacked}>
      <thead>
        <tr>
          <HeaderCell>Seat</HeaderCell>
          <HeaderCell>Role</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell isNumber>Answers within</HeaderCell>
          <HeaderCell isNumber>Longest answer</HeaderCell>
          {mayWrite ? <HeaderCell>Change</HeaderCell> : null}
        </tr>
      </thead>
      <tbody>
        {table.seats.map((seat) => (
          <SeatRow
            key={seat.id}
            seat={seat}
            isBusy={change.isPending}
            onSwitch={mayWrite ? () => change.mutate(seat) : null}
          />
        ))}
      </tbody>
    </Table>
  )
}

interface SeatRowProps {
  seat: Seat
  isBusy: boolean
  onSwitch: (() => void) | null
}

function SeatRow({ seat, isBusy, onSwitch }: SeatRowProps) {
  return (
    <Row>
      <Cell className="font-medium">{seatName(seat)}</Cell>
      <Cell>{seatRoleTitle[seat.role]}</Cell>
      <Cell>
        <Badge state={seatState[seat.state].state}>{seatState[seat.state].title}</Badge>
      </Cell>
      <Cell data-title="Answers within" isNumber>
        {seat.timeoutMs / 1000} s
      </Cell>
      <Cell data-title="Longest answer" isNumber>
        {seat.maxOutputTokens.toLocaleString("en-US")} tokens
      </Cell>
      {onSwitch ? (
        <Cell>
          <Button size="small" variant="secondary" isBusy={isBusy} onClick={onSwitch}>
            {seat.isEnabled ? "Switch off" : "Switch on"}
          </Button>
        </Cell>
      ) : null}
    </Row>
  )
}

function useSeatChange(table: Seats) {
  const client = useQueryClient()
  const tell = useToast()
  return useMutation({
    mutationFn: (changed: Seat) =>
      request(Seats, "/v1/seats", {
        method: "PUT",
        body: {
          version: table.version,
          seats: table.seats.map(({ position: _position, state: _state, ...seat }) =>
            seat.id === changed.id ? { ...seat, isEnabled: !seat.isEnabled } : seat,
          ),
        },
      }),
    onSuccess: (next, changed) => {
      client.setQueryData(["seats"], next)
      tell({ title: `${seatName(changed)} is switched ${changed.isEnabled ? "off" : "on"}`, state: "good" })
    },
    onError: (error) => {
      tell({ title: sentenceOf(error), state: "bad" })
      return client.invalidateQueries({ queryKey: ["seats"] })
    },
  })
}

function PriceTable({ prices }: { prices: ModelPrice[] }) {
  return (
    <Table label="Prices of models" className={stacked}>
      <thead>
        <tr>
          <HeaderCell>Model</HeaderCell>
          <HeaderCell>From</HeaderCell>
          <HeaderCell isNumber>Reads for</HeaderCell>
          <HeaderCell isNumber>Writes for</HeaderCell>
          <HeaderCell isNumber>Context</HeaderCell>
          <HeaderCell>May train a student</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {prices.map((price) => (
          <Row key={price.id} className={price.isInEffect ? "" : "text-ink-soft"}>
            <Cell className="font-medium">{seatName(price)}</Cell>
            <Cell>
              <WhenText instant={price.effectiveFrom} shape="date" />{" "}
              {price.isInEffect ? <Badge state="good">In effect</Badge> : null}
            </Cell>
            <Cell data-title="Reads for" isNumber>
              {costText(price.inputMicrosPerMillion)}
            </Cell>
            <Cell data-title="Writes for" isNumber>
              {costText(price.outputMicrosPerMillion)}
            </Cell>
            <Cell data-title="Context" isNumber>
              {price.contextTokens.toLocaleString("en-US")} tokens
            </Cell>
            <Cell data-title="May train a student">{price.mayTrainOnOutputs ? "Yes" : "No"}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
