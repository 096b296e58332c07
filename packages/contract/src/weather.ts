import { z } from "zod"
import { InstantText } from "./time.ts"

export const WeatherDecision = z.enum(["go_ahead", "move", "cancel"])
export type WeatherDecision = z.infer<typeof WeatherDecision>

export const WeatherHold = z.object({
  id: z.string(),
  reason: z.string(),
  openedAt: InstantText,
  openedBy: z.string(),
  decideBy: InstantText,
  /** The deadline has passed and nobody has decided: a person calls. */
  isOverdue: z.boolean(),
  decision: WeatherDecision.nullable(),
  decidedAt: InstantText.nullable(),
  decidedBy: z.string().nullable(),
})
export type WeatherHold = z.infer<typeof WeatherHold>

export const OpenWeatherHold = z.object({
  reason: z.string().trim().min(3, "Say what the forecast is.").max(500),
})
export type OpenWeatherHold = z.infer<typeof OpenWeatherHold>

export const DecideWeather = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("go_ahead") }),
  z.object({ decision: z.literal("move"), startsAt: InstantText }),
  z.object({ decision: z.literal("cancel"), expectedRefundCents: z.int().min(0).optional() }),
])
export type DecideWeather = z.infer<typeof DecideWeather>
