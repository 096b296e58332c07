import { z } from "zod"
import { InstantText } from "./time.ts"

/**
 * waiting: for its time, or for the next try · sending: on its way to the provider · sent: taken, not yet delivered ·
 * blocked: the person does not want it · withdrawn: of no use any more · failed: given up, with the reason.
 */
export const TextState = z.enum(["waiting", "sending", "sent", "delivered", "failed", "blocked", "withdrawn"])
export type TextState = z.infer<typeof TextState>

export const TextMessage = z.object({
  id: z.string(),
  /** What it is for, for example `pay-link`. */
  topic: z.string(),
  title: z.string(),
  /** The last four digits of the number it goes to; null when it was erased. */
  phoneEnding: z.string().nullable(),
  state: TextState,
  customerId: z.string().nullable(),
  /** Null while we know no more than the phone. */
  customerName: z.string().nullable(),
  bookingId: z.string().nullable(),
  createdAt: InstantText,
  /** When it goes out or is looked at next; null when nothing is to be done. */
  nextAt: InstantText.nullable(),
  sentAt: InstantText.nullable(),
  settledAt: InstantText.nullable(),
  attempts: z.int(),
  /** Why it did not go out or did not arrive. */
  reason: z.string().nullable(),
})
export type TextMessage = z.infer<typeof TextMessage>

export const TextPage = z.object({ items: z.array(TextMessage), nextCursor: z.string().nullable() })
export type TextPage = z.infer<typeof TextPage>

export const TextQuery = z.object({
  bookingId: z.string().max(64).optional(),
  customerId: z.string().max(64).optional(),
  state: TextState.optional(),
})
export type TextQuery = z.infer<typeof TextQuery>

/** What the page of a party says about text messages, and what the customer may say. */
export const TextConsent = z.object({
  /** `off`: we send none · `no-phone`: we know no number · `stopped`: the phone said STOP, and only its START undoes that. */
  state: z.enum(["off", "no-phone", "stopped", "granted", "not-granted"]),
  /** The last digits of the number that they go to. */
  phoneEnding: z.string().nullable(),
  /** Our number, from which they come. */
  ourNumber: z.string().nullable(),
  /** Exactly what the person agrees to by ticking. */
  words: z.string(),
})
export type TextConsent = z.infer<typeof TextConsent>

export const SetTextConsent = z.discriminatedUnion("isGranted", [
  /** The words as they were shown. */
  z.object({ isGranted: z.literal(true), words: z.string().min(1).max(1000) }),
  z.object({ isGranted: z.literal(false) }),
])
export type SetTextConsent = z.infer<typeof SetTextConsent>
