import { QuoteChannel } from "@myhibachi/contract/quote-list"
import { type ConversionReport, LostWhy, type ReportQuery } from "@myhibachi/contract/reports"
import { type ConversionCount, countConversion } from "#modules/booking/index.ts"
import type { Context } from "#platform/context.ts"
import { readFrame } from "./report-frame.ts"

/** @returns how many quotes became holds and bookings, and why the others did not. @throws AppError as readFrame. */
export async function readConversion(ctx: Context, query: ReportQuery): Promise<ConversionReport> {
  const { within, periods, stationId, ...frame } = await readFrame(ctx, query)
  const counts = await countConversion(ctx, { ...frame, within, stationId })
  return {
    ...frame,
    periods: periods.map((period) => ({
      period,
      ...funnelOf(counts.filter((count) => count.period === period)),
    })),
    channels: QuoteChannel.options.map((channel) => ({
      channel,
      ...funnelOf(counts.filter((count) => count.channel === channel)),
    })),
    ...funnelOf(counts),
  }
}

function funnelOf(counts: readonly ConversionCount[]) {
  const total = (rows: readonly ConversionCount[]) => rows.reduce((sum, { count }) => sum + count, 0)
  return {
    quotes: total(counts),
    held: total(counts.filter(({ isHeld }) => isHeld)),
    booked: total(counts.filter(({ outcome }) => outcome === "booked")),
    lost: LostWhy.options.map((why) => ({
      why,
      count: total(counts.filter(({ outcome }) => outcome === why)),
    })),
  }
}
