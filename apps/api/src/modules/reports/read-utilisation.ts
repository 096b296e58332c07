import type { ReportQuery, UtilisationReport } from "@myhibachi/contract/reports"
import { readUtilisation } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { readFrame } from "./report-frame.ts"

/** @returns how much of the chefs' offered hours is worked. @throws AppError as readFrame. */
export async function reportUtilisation(ctx: Context, query: ReportQuery): Promise<UtilisationReport> {
  const { from, to, timeZone, stationId } = await readFrame(ctx, { ...query, unit: "month" })
  const { chefs, hours } = await readUtilisation(ctx, { from, to, stationId })
  const sum = (member: "availableMinutes" | "workedMinutes" | "drivingMinutes") =>
    chefs.reduce((total, chef) => total + chef[member], 0)
  return {
    from,
    to,
    timeZone,
    chefs,
    hours,
    availableMinutes: sum("availableMinutes"),
    workedMinutes: sum("workedMinutes"),
    drivingMinutes: sum("drivingMinutes"),
  }
}
