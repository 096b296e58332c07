import { z } from "zod"
import { InstantText } from "./time.ts"

export const PromotionCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(
    /^[A-Z0-9][A-Z0-9-]{2,29}$/,
    "A code has 3 to 30 letters, digits and hyphens, for example SPRING-10.",
  )

export const PromotionValue = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("percent"),
    /** 1000 is 10 %. */
    basisPoints: z
      .int("Give the percentage with at most two decimals.")
      .min(1, "Take off at least 0.01 percent.")
      .max(10_000, "Take off at most 100 percent."),
  }),
  z.object({
    kind: z.literal("fixed"),
    amountCents: z
      .int("Give whole cents.")
      .min(1, "Take off at least one cent.")
      .max(100_000_00, "Take off at most $100,000.00."),
  }),
])
export type PromotionValue = z.infer<typeof PromotionValue>

/** What a promotion promises; kept with each quote that was made with it. */
export const PromotionTerms = z.object({
  id: z.string(),
  code: PromotionCode.nullable(),
  name: z.string().trim().min(1, "Name the promotion; customers read it on the price.").max(80),
  value: PromotionValue,
  /** On the food alone, or on food and travel. */
  target: z.enum(["food", "whole"]),
  /** Least that food (or food and travel) must come to, in cents. */
  minimumSpendCents: z
    .int("Give whole cents.")
    .min(0, "The least spend cannot be below zero.")
    .max(1_000_000_00, "The least spend can be at most $1,000,000.00."),
  /** No quote with it lasts longer. */
  endsAt: InstantText.nullable(),
})
export type PromotionTerms = z.infer<typeof PromotionTerms>
