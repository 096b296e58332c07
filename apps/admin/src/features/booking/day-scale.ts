import { hoursOfDay } from "../../time/format-time.ts"

export interface DayScale {
  fromHour: number
  toHour: number
  /** Full hours that get a mark. */
  hours: number[]
  /** @returns hours since midnight of the day in the place's zone. */
  hourOf: (instant: string) => number
}

const USUAL = { from: 9, to: 24 }

/** @returns a scale of full hours that holds all the spans of a day, never narrower than the usual working day. */
export function dayScale(spans: { from: string; to: string }[], date: string, timeZone: string): DayScale {
  const hourOf = (instant: string) => hoursOfDay(instant, date, timeZone)
  const inDay = (hour: number) => Math.min(30, Math.max(0, hour))
  const fromHour = Math.floor(Math.min(USUAL.from, ...spans.map((span) => inDay(hourOf(span.from)))))
  const toHour = Math.ceil(Math.max(USUAL.to, ...spans.map((span) => inDay(hourOf(span.to)))))
  const step = toHour - fromHour > 12 ? 3 : 1
  const hours: number[] = []
  for (let hour = Math.ceil(fromHour / step) * step; hour <= toHour; hour += step) hours.push(hour)
  return { fromHour, toHour, hours, hourOf }
}

/** @returns the hour's place on the scale in percent, kept inside of it. */
export function placeOnScale(hour: number, scale: Pick<DayScale, "fromHour" | "toHour">): number {
  const share = ((hour - scale.fromHour) / (scale.toHour - scale.fromHour)) * 100
  return Math.min(100, Math.max(0, share))
}

/** @returns `6 PM`, `12 AM`. */
export function hourTitle(hour: number): string {
  const clock = hour % 24
  return `${clock % 12 === 0 ? 12 : clock % 12} ${clock < 12 ? "AM" : "PM"}`
}
