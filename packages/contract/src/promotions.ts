import { z } from "zod"
import { Money } from "./money.ts"
import { PromotionCode, PromotionTerms } from "./promotion-terms.ts"
import { QuoteRequest } from "./quote.ts"
import { InstantText } from "./time.ts"

const Uses = z
  .int("Give a whole number of uses.")
  .min(1, "Allow at least one use, or leave the limit out.")
  .max(1_000_000, "Allow at most 1,000,000 uses, or leave the limit out.")

/** 1 is Monday, 7 is Sunday, at the party's place. */
export const Weekday = z.int().min(1).max(7)

/** What a promotion takes off; it never changes, so that what customers were told stays true. */
const Offered = PromotionTerms.pick({ name: true, value: true, target: true, minimumSpendCents: true })

export const CreatePromotion = z
  .object({
    ...Offered.shape,
    /** Null for a promotion that applies by itself. */
    code: PromotionCode.nullable(),
    startsAt: InstantText,
    endsAt: InstantText.nullable(),
    limitTotal: Uses.nullable(),
    limitPerCustomer: Uses.nullable(),
    /** Only for parties of these stations; of all when empty. */
    stationIds: z.array(z.string().max(64)).max(50),
    /** Only for parties on these days of the week; on all when empty. */
    weekdays: z.array(Weekday).max(7),
  })
  .refine(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt, {
    path: ["endsAt"],
    message: "The end must be after the beginning.",
  })
export type CreatePromotion = z.input<typeof CreatePromotion>

/** Ends a promotion or caps it; what it takes off never changes. */
export const ChangePromotion = z
  .object({
    endsAt: InstantText.nullable(),
    limitTotal: Uses.nullable(),
    limitPerCustomer: Uses.nullable(),
  })
  .partial()
export type ChangePromotion = z.infer<typeof ChangePromotion>

export const PromotionStatus = z.enum(["planned", "running", "used_up", "ended"])
export type PromotionStatus = z.infer<typeof PromotionStatus>

export const Promotion = z.object({
  ...CreatePromotion.shape,
  id: z.string(),
  version: z.int(),
  status: PromotionStatus,
  /** Booked with it. */
  counted: z.int(),
  /** Held with it and not yet booked. */
  reserved: z.int(),
  createdAt: InstantText,
})
export type Promotion = z.infer<typeof Promotion>

export const PromotionPage = z.object({ items: z.array(Promotion), nextCursor: z.string().nullable() })
export type PromotionPage = z.infer<typeof PromotionPage>

export const PromotionQuery = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type PromotionQuery = z.infer<typeof PromotionQuery>

/** A code and the party that it is meant for. */
export const ValidatePromotion = QuoteRequest.omit({
  reviseToken: true,
  contact: true,
  conversationId: true,
}).extend({ promotionCode: PromotionCode })
export type ValidatePromotion = z.input<typeof ValidatePromotion>

export const PromotionCheck = z.object({
  isUsable: z.boolean(),
  /** One sentence for the customer: what is taken off, or why nothing is. */
  detail: z.string(),
  saved: Money,
})
export type PromotionCheck = z.infer<typeof PromotionCheck>
