import type { Age } from "@myhibachi/contract/money-reports"
import { Temporal } from "#platform/time.ts"

/** @returns whole days since the money was due; below zero while it is not. */
export function daysOverdue(dueAt: Temporal.Instant, now: Temporal.Instant): number {
  return Math.floor(now.since(dueAt).total("hours") / 24)
}

/** @returns the age of a debt; one of which nobody knows when it was due counts as old, so that it is looked at. */
export function ageOf(dueAt: Temporal.Instant | null, now: Temporal.Instant): Age {
  if (dueAt === null) return "older"
  if (Temporal.Instant.compare(dueAt, now) > 0) return "not_due"
  const days = daysOverdue(dueAt, now)
  if (days <= 30) return "days_0_30"
  if (days <= 60) return "days_31_60"
  return days <= 90 ? "days_61_90" : "older"
}
