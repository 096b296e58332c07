import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"

/** Something that a customer and the business wrote to each other. */
export interface Letter {
  at: Temporal.Instant
  from: string
  text: string
}

/** @returns what a module carried between a customer and us, the oldest first. */
export type ReadCorrespondence = (ctx: Context, customerId: string) => Promise<Letter[]>
