import { z } from "zod"
import { Sku } from "./catalog.ts"
import { Money } from "./money.ts"
import { InstantText } from "./time.ts"

const Name = z.string().trim().min(1, "Give it a name.").max(80, "Use at most 80 characters.")

export const CreatePriceBook = z.object({ fromId: z.string().max(64), name: Name })
export type CreatePriceBook = z.infer<typeof CreatePriceBook>

export const SetPrice = z.object({
  amountCents: z
    .int("Give whole cents.")
    .min(0, "A price cannot be below zero.")
    .max(100_000_00, "A price can be at most $100,000.00."),
})
export type SetPrice = z.infer<typeof SetPrice>

export const PublishPriceBook = z.object({ effectiveFrom: InstantText.optional() })
export type PublishPriceBook = z.infer<typeof PublishPriceBook>

export const PriceDifference = z.object({
  from: z.int(),
  to: z.int(),
  changes: z.array(
    z.object({
      sku: Sku,
      name: z.string(),
      before: Money.nullable(),
      after: Money.nullable(),
      /** One sentence: what changes, by how much. */
      detail: z.string(),
    }),
  ),
})
export type PriceDifference = z.infer<typeof PriceDifference>

export const PublishPolicy = z.object({
  title: z.string().trim().min(1, "Give the rule a title.").max(120),
  text: z.string().trim().min(1, "Write the rule as customers will read it.").max(10_000),
  parameters: z.record(z.string(), z.unknown()),
  effectiveFrom: InstantText.optional(),
  /** The newest version that the author has seen; refused when there is a newer one. */
  replacesVersion: z.int().min(0).optional(),
})
export type PublishPolicy = z.infer<typeof PublishPolicy>
