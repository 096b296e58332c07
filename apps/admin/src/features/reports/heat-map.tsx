import type { UtilisationReport } from "@myhibachi/contract/reports"
import { Table } from "@myhibachi/ui/table"
import { hoursText, shareText } from "./hours-text.ts"

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

/** Weekdays down, hours across; the deeper the colour, the more of the offered time is worked. A table, not a picture. */
export function HeatMap({ hours }: { hours: UtilisationReport["hours"] }) {
  const known = hours.map(({ hour }) => hour)
  const first = Math.min(...known)
  const columns = Array.from({ length: Math.max(...known) - first + 1 }, (_, index) => first + index)
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
                cell={hours.find((found) => found.weekday === index + 1 && found.hour === hour)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function HeatCell({ cell }: { cell: UtilisationReport["hours"][number] | undefined }) {
  if (!cell) return <td className="h-9 rounded-sm" />
  const share = cell.availableMinutes > 0 ? Math.min(1, cell.workedMinutes / cell.availableMinutes) : 1
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
