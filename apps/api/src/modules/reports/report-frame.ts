import { ReportQuery, type ReportUnit } from "@myhibachi/contract/reports"
import type { z } from "zod"
import { findStations } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import type { Span } from "#platform/database/columns.ts"
import { invalidField, notFound } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"

export interface ReportFrame {
  from: string
  to: string
  unit: ReportUnit
  timeZone: string
  stationId: string | undefined
  within: Span
  /** First day of every period, in order. */
  periods: string[]
}

const MOST_PERIODS = 400

/**
 * Reads what a report is about: days at the clock of the station, or of the first one when it is about all.
 * @throws AppError "range-invalid", "station-not-found".
 */
export async function readFrame(ctx: Context, input: z.input<typeof ReportQuery>): Promise<ReportFrame> {
  const query = ReportQuery.parse(input)
  const stations = await findStations(ctx)
  const station = query.stationId ? stations.find(({ id }) => id === query.stationId) : stations[0]
  if (query.stationId && !station) throw notFound("station", query.stationId)
  const timeZone = station?.timeZone ?? "UTC"
  const first = Temporal.PlainDate.from(query.from)
  const last = Temporal.PlainDate.from(query.to)
  if (Temporal.PlainDate.compare(first, last) > 0)
    throw invalidField("/to", "Take a last day on or after the first.", "range-invalid")
  const periods = periodsOf(first, last, query.unit)
  if (periods.length > MOST_PERIODS)
    throw invalidField(
      "/unit",
      `That is more than ${MOST_PERIODS} periods; take months, or fewer days.`,
      "range-invalid",
    )
  return {
    from: query.from,
    to: query.to,
    unit: query.unit,
    timeZone,
    stationId: query.stationId,
    within: {
      from: first.toZonedDateTime(timeZone).toInstant(),
      to: last.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
    },
    periods,
  }
}

function periodsOf(first: Temporal.PlainDate, last: Temporal.PlainDate, unit: ReportUnit): string[] {
  const periods: string[] = []
  const step = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } }[unit]
  for (
    let date = startOf(first, unit);
    Temporal.PlainDate.compare(date, last) <= 0 && periods.length <= MOST_PERIODS;
    date = date.add(step)
  )
    periods.push(date.toString())
  return periods
}

/** As the database's date_trunc counts: weeks begin on Monday. */
function startOf(date: Temporal.PlainDate, unit: ReportUnit): Temporal.PlainDate {
  if (unit === "month") return date.with({ day: 1 })
  return unit === "week" ? date.subtract({ days: date.dayOfWeek - 1 }) : date
}
