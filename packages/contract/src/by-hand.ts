import { z } from "zod"
import { Money } from "./money.ts"
import { PaymentMethod, PaymentPurpose } from "./payments.ts"
import { InstantText, TimeZoneId } from "./time.ts"

/** The page that says how to send money by hand. */
export const ByHandPage = z.object({
  /** `announced`: the customer told us that the money is on its way. */
  state: z.enum(["open", "announced", "received", "expired"]),
  amount: Money,
  title: z.string(),
  description: z.string(),
  /** To be written on the transfer, so that our people find it. */
  reference: z.string(),
  payBy: InstantText,
  timeZone: TimeZoneId,
  ways: z.array(z.object({ name: z.string(), how: z.string() })),
  /** Where the customer goes on when the money is in, and before. */
  nextUrl: z.url(),
  backUrl: z.url(),
})
export type ByHandPage = z.infer<typeof ByHandPage>

/** Money that our people look for. */
export const ExpectedPayment = z.object({
  /** Also the reference on the transfer. */
  checkoutId: z.string(),
  customerName: z.string(),
  purpose: PaymentPurpose,
  amount: Money,
  bookingId: z.string().nullable(),
  holdId: z.string().nullable(),
  /** False once its time is over; money that still comes is booked, or goes back when the start is taken. */
  isOpen: z.boolean(),
  /** When the customer said that the money is on its way. */
  announcedAt: InstantText.nullable(),
  payBy: InstantText,
  createdAt: InstantText,
})
export type ExpectedPayment = z.infer<typeof ExpectedPayment>
export const ExpectedPaymentPage = z.object({
  items: z.array(ExpectedPayment),
  nextCursor: z.string().nullable(),
})
export type ExpectedPaymentPage = z.infer<typeof ExpectedPaymentPage>

export const MarkReceived = z.object({
  method: PaymentMethod.exclude(["card"]),
  /** Check number, confirmation of the bank and the like. */
  reference: z.string().trim().min(1, "Write the receipt, check or confirmation number.").max(100),
})
export type MarkReceived = z.infer<typeof MarkReceived>
