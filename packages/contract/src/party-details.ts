import { z } from "zod"
import { AddressInput, Contact } from "./customers.ts"

const Text = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`)

export const PartySetting = z.enum(["outdoor_uncovered", "outdoor_covered", "indoor"])
export type PartySetting = z.infer<typeof PartySetting>

/** What the crew should know beyond the order; nothing of it changes the price. Empty where nobody has said it. */
export const PartyDetails = z.object({
  /** What is celebrated. */
  occasion: Text(120),
  /** Where the grill stands; null while nobody knows. */
  setting: PartySetting.nullable(),
  /** Where on the ground, for example "behind the house, by the pool". */
  setUpPlace: Text(300),
  /** Gate code, bell, which door. */
  access: Text(200),
  parking: Text(300),
  notes: Text(1000),
})
export type PartyDetails = z.infer<typeof PartyDetails>

/** What is left out stays as it is. */
export const EditPartyDetails = PartyDetails.partial()
export type EditPartyDetails = z.infer<typeof EditPartyDetails>

export const EditBooking = EditPartyDetails.extend({
  /** Whom we reach about this party, as a whole. */
  contact: Contact.optional(),
  /** Only when the price stays as it is; otherwise it is offered as a change. */
  address: AddressInput.optional(),
})
export type EditBooking = z.infer<typeof EditBooking>
