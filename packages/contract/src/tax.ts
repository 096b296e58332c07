import { z } from "zod"
import { InstantText } from "./time.ts"

export const LineClass = z.enum(["food", "travel", "service_charge", "fee"])
export type LineClass = z.infer<typeof LineClass>

export const TaxRate = z.object({
  id: z.string(),
  jurisdiction: z.string(),
  state: z.string(),
  city: z.string().nullable(),
  lineClass: LineClass,
  /** 925 is 9.25 %. */
  basisPoints: z.int(),
  validFrom: InstantText,
  validTo: InstantText.nullable(),
})
export type TaxRate = z.infer<typeof TaxRate>

/** A new dated rate; the one before it counts until then. */
export const CreateTaxRate = z.object({
  jurisdiction: z.string().trim().min(2, "Name the jurisdiction as customers read it.").max(80),
  state: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "Give the state as two letters, for example CA."),
  city: z.string().trim().min(1).max(80).nullable(),
  lineClasses: z.array(LineClass).min(1, "Choose what the rate is on.").max(4),
  basisPoints: z
    .int("Give the rate in percent with at most two decimals.")
    .min(0, "A rate cannot be below zero.")
    .max(5_000, "A rate above 50 percent cannot be right."),
  validFrom: InstantText,
})
export type CreateTaxRate = z.infer<typeof CreateTaxRate>

export const TaxRateList = z.object({ items: z.array(TaxRate) })
export type TaxRateList = z.infer<typeof TaxRateList>
