import { z } from "zod"
import { InstantText } from "./time.ts"

export const AuditRow = z.object({
  sequence: z.int(),
  at: InstantText,
  actor: z.string(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  requestId: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export type AuditRow = z.infer<typeof AuditRow>
export const AuditPage = z.object({ items: z.array(AuditRow), nextCursor: z.string().nullable() })
export type AuditPage = z.infer<typeof AuditPage>
export const AuditVerification = z.object({
  rows: z.int(),
  /** The first row whose seal does not fit, or null when the chain is whole. */
  brokenAt: z.int().nullable(),
})
export type AuditVerification = z.infer<typeof AuditVerification>

export const Flag = z.object({
  key: z.string(),
  title: z.string(),
  requires: z.array(z.string()),
  /** What the running process does. */
  isOn: z.boolean(),
  /** What it will do after its next start. */
  isOnNext: z.boolean(),
  /** Where the next value comes from: the default, the environment or a change made here. */
  source: z.enum(["default", "environment", "staff"]),
  changedAt: InstantText.nullable(),
  changedBy: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Flag = z.infer<typeof Flag>
export const FlagList = z.object({ items: z.array(Flag) })
export type FlagList = z.infer<typeof FlagList>
export const ChangeFlag = z.object({
  isOn: z.boolean(),
  reason: z.string().trim().min(3, "Say why in a few words.").max(500),
})
export type ChangeFlag = z.infer<typeof ChangeFlag>
export const ChangedFlag = Flag.extend({
  /** A true sentence about when the change counts. */
  message: z.string(),
})
export type ChangedFlag = z.infer<typeof ChangedFlag>

export const JobCounts = z.object({ queued: z.int(), active: z.int(), dead: z.int() })
export type JobCounts = z.infer<typeof JobCounts>
