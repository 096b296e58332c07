import { z } from "zod"
import { Money } from "./money.ts"
import { InstantText } from "./time.ts"

const Latitude = z.number().min(-90).max(90)
const Longitude = z.number().min(-180).max(180)

export const ReportNoShow = z.object({
  note: z.string().trim().min(10, "Say whom you tried to reach and how long you waited.").max(2000),
  attachmentIds: z.array(z.string().max(64)).max(6).default([]),
  position: z.object({ latitude: Latitude, longitude: Longitude }).optional(),
})
export type ReportNoShow = z.input<typeof ReportNoShow>

export const NoShow = z.object({
  id: z.string(),
  note: z.string(),
  attachmentIds: z.array(z.string()),
  position: z.object({ latitude: Latitude, longitude: Longitude }).nullable(),
  /** Between the chef and the place of the party. */
  distanceMeters: z.number().nullable(),
  reportedAt: InstantText,
  reportedBy: z.string(),
  outcome: z.enum(["confirmed", "rejected"]).nullable(),
  decisionNote: z.string().nullable(),
  decidedAt: InstantText.nullable(),
  decidedBy: z.string().nullable(),
  /** What the cancellation policy returns and keeps; it counts from the start. */
  refund: Money,
  kept: Money,
  explanation: z.string(),
})
export type NoShow = z.infer<typeof NoShow>

export const DecideNoShow = z.object({
  outcome: z.enum(["confirmed", "rejected"]),
  note: z.string().trim().min(3, "Say why.").max(1000),
})
export type DecideNoShow = z.infer<typeof DecideNoShow>
