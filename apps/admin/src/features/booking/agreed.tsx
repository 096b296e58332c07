import type { Booking } from "@myhibachi/contract/booking"
import { Breakdown } from "@myhibachi/ui/breakdown"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { guestsText } from "./guests-text.ts"

/** What the customer agreed to, line by line, each with how it was counted. */
export function Agreed({ booking }: { booking: Booking }) {
  return (
    <Card>
      <CardHeader
        title="What was agreed"
        detail={`${guestsText(booking.guests)} · ${booking.chefs === 1 ? "1 chef" : `${booking.chefs} chefs`} · ${booking.place.formatted}`}
      />
      <Breakdown
        lines={booking.lines
          .filter((line) => line.kind !== "tax")
          .map((line, index) => ({
            key: `${index}-${line.title}`,
            label: line.title,
            explanation: line.explanation,
            amount: line.amount,
          }))}
        totals={[
          { key: "before-tax", label: "Before tax", amount: booking.beforeTax },
          { key: "tax", label: "Tax", explanation: taxText(booking), amount: booking.tax },
          { key: "total", label: "Total", amount: booking.total },
        ]}
      />
    </Card>
  )
}

function taxText(booking: Booking): string {
  return booking.lines
    .filter((line) => line.kind === "tax")
    .map((line) => line.explanation)
    .join(" ")
}
