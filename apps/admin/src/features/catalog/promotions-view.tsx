"use client"

import { formatMoney, usd } from "@myhibachi/contract/money"
import { type Promotion, PromotionPage, type PromotionStatus } from "@myhibachi/contract/promotions"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { weekdayNames } from "./catalog-words.ts"
import { ChangePromotionDialog } from "./change-promotion-dialog.tsx"
import { CreatePromotionDialog } from "./create-promotion-dialog.tsx"

const STATES: Record<PromotionStatus, { title: string; state: BadgeState }> = {
  planned: { title: "Planned", state: "neutral" },
  running: { title: "Running", state: "good" },
  used_up: { title: "Used up", state: "caution" },
  ended: { title: "Ended", state: "neutral" },
}

/** What is taken off prices, for whom, how often, and how often it was. */
export function PromotionsView() {
  const pages = usePages(PromotionPage, "/v1/promotions")
  const mayWrite = useMay("catalog:write")
  return (
    <>
      <PageHeader
        title="Promotions"
        detail="A price takes one promotion: the code, or the one that applies by itself, whichever saves more"
        actions={mayWrite ? <CreatePromotionDialog /> : null}
      />
      <ListTable
        label="Promotions"
        pages={pages}
        keyOf={({ id }) => id}
        columns={mayWrite ? [...COLUMNS, CHANGE] : COLUMNS}
        empty={{ title: "There is no promotion", detail: "Make a code, or an offer that applies by itself." }}
      />
    </>
  )
}

const COLUMNS: [Column<Promotion>, ...Column<Promotion>[]] = [
  {
    title: "Promotion",
    cell: (promotion) => (
      <>
        <span className="font-medium">{promotion.name}</span>
        <span className="block text-sm text-ink-soft">
          {promotion.code ? `Code ${promotion.code}` : "Applies by itself"}
        </span>
      </>
    ),
  },
  { title: "Takes off", cell: (promotion) => <Offer promotion={promotion} /> },
  {
    title: "From, until",
    cell: ({ startsAt, endsAt }) => (
      <>
        <WhenText instant={startsAt} />
        <span className="block text-sm text-ink-soft">
          {endsAt ? (
            <>
              until <WhenText instant={endsAt} />
            </>
          ) : (
            "without an end"
          )}
        </span>
      </>
    ),
  },
  { title: "Uses", cell: (promotion) => <Uses promotion={promotion} /> },
  {
    title: "State",
    cell: ({ status }) => <Badge state={STATES[status].state}>{STATES[status].title}</Badge>,
  },
]

const CHANGE: Column<Promotion> = {
  title: "",
  cell: (promotion) =>
    promotion.status === "ended" ? null : <ChangePromotionDialog promotion={promotion} />,
}

function Offer({
  promotion: { value, target, minimumSpendCents, weekdays, stationIds },
}: {
  promotion: Promotion
}) {
  const much = value.kind === "percent" ? `${value.basisPoints / 100} %` : formatMoney(usd(value.amountCents))
  const limits = [
    minimumSpendCents > 0 ? `from ${formatMoney(usd(minimumSpendCents))}` : "",
    weekdays.length > 0 ? weekdayNames(weekdays) : "",
    stationIds.length > 0
      ? `${stationIds.length} ${stationIds.length === 1 ? "station" : "stations"} only`
      : "",
  ].filter(Boolean)
  return (
    <>
      {much} {target === "food" ? "of the food" : "of food and travel"}
      {limits.length > 0 ? <span className="block text-sm text-ink-soft">{limits.join(", ")}</span> : null}
    </>
  )
}

function Uses({ promotion: { counted, reserved, limitTotal, limitPerCustomer } }: { promotion: Promotion }) {
  return (
    <span className="tabular-nums">
      {counted} booked{reserved > 0 ? `, ${reserved} held` : ""}
      {limitTotal === null ? "" : ` of ${limitTotal}`}
      {limitPerCustomer === null ? null : (
        <span className="block text-sm text-ink-soft">{limitPerCustomer} for each customer</span>
      )}
    </span>
  )
}
