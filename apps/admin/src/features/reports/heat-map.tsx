import type { UtilisationReport } from "@myhibachi/contract/reports"
import { Table } from "@myhibachi/ui/table"
import { hoursText, shareText } from "./hours-text.ts"

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

/** Weekdays down, hours across; the busiest hour has the deepest colour. A table, not a picture. */
export function HeatMap({ hours }: { hours: UtilisationReport["hours"] }) {
  const columns = workedHours(new Set(hours.map(({ hour }) => hour)))
  const busiest = Math.max(...hours.map(shareOf))
  return (
    <Table
      label="Worked share by weekday and hour"
      className="table-fixed border-separate border-spacing-0.5 text-sm"
    >
      <thead>
        <tr>
          <th scope="col" className="w-12 text-left font-medium text-ink-soft">
            <span className="sr-only">Day</span>
          </th>
          {columns.map((hour) => (
            <th key={hour} scope="col" className="w-12 font-medium whitespace-nowrap text-ink-soft">
              {hour}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day, index) => (
          <tr key={day}>
            <th scope="row" className="text-left font-medium text-ink-soft">
              {day}
            </th>
            {columns.map((hour) => (
              <HeatCell
                key={hour}
                busiest={busiest}
                cell={hours.find((found) => found.weekday === index + 1 && found.hour === hour)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** @returns the hours of a working day in their order; evenings that end after midnight come last, not first. */
function workedHours(known: ReadonlySet<number>): number[] {
  const day = Array.from({ length: 24 }, (_, hour) => hour)
  const restAfter = (hour: number) => {
    const next = day.findIndex((step) => known.has((hour + 1 + step) % 24))
    return next === -1 ? 24 : next
  }
  const last = [...known].reduce((best, hour) => (restAfter(hour) > restAfter(best) ? hour : best))
  const rest = restAfter(last)
  const first = rest === 0 ? 0 : (last + 1 + rest) % 24
  return day.map((step) => (first + step) % 24).slice(0, 24 - rest)
}

type HourOfWeek = UtilisationReport["hours"][number]

/** Work outside of the offered hours counts as full. */
function shareOf({ workedMinutes, availableMinutes }: HourOfWeek): number {
  return availableMinutes > 0 ? Math.min(1, workedMinutes / availableMinutes) : 1
}

function HeatCell({ cell, busiest }: { cell: HourOfWeek | undefined; busiest: number }) {
  if (!cell) return <td className="h-9 rounded-sm" />
  const share = busiest > 0 ? shareOf(cell) / busiest : 0
  return (
    <td
      title={`${hoursText(cell.workedMinutes)} of ${hoursText(cell.availableMinutes)}`}
      className="h-9 rounded-sm text-center text-ink tabular-nums"
      style={{
        background: `color-mix(in oklab, var(--color-ember) ${Math.round(share * 45)}%, var(--color-sunken))`,
      }}
    >
      {cell.workedMinutes > 0 ? shareText(cell.workedMinutes, cell.availableMinutes) : ""}
    </td>
  )
}
