import { z } from "zod"
import { InstantText } from "./time.ts"

export const Contact = z
  .object({
    name: z.string().trim().min(1, "Tell us your name.").max(120),
    email: z.email("Write the e-mail address like name@example.com.").max(254).optional(),
    phone: z.string().trim().min(7, "Write the phone number with its area code.").max(32).optional(),
  })
  .refine((contact) => contact.email || contact.phone, {
    message: "Give an e-mail address or a phone number, so that we can reach you.",
    path: ["email"],
  })
export type Contact = z.infer<typeof Contact>

export const AddressInput = z.object({
  /** The whole address, a city or a ZIP code, as a person writes it. */
  text: z.string().trim().min(2, "Give the street address, the city or the ZIP code.").max(300),
})
export type AddressInput = z.infer<typeof AddressInput>

export const Place = z.object({
  formatted: z.string(),
  line1: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  postalCode: z.string().nullable(),
  country: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  /** How well the place is known: an address can be driven to, a city only be priced. */
  precision: z.enum(["address", "street", "postal_code", "city", "region"]),
})
export type Place = z.infer<typeof Place>

export const ContactIdentity = z.object({
  kind: z.enum(["email", "phone"]),
  value: z.string(),
  isVerified: z.boolean(),
})
export type ContactIdentity = z.infer<typeof ContactIdentity>

export const CustomerSummary = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  createdAt: InstantText,
  lastActivityAt: InstantText,
})
export type CustomerSummary = z.infer<typeof CustomerSummary>

export const Consent = z.object({
  channel: z.enum(["email", "sms", "whatsapp", "voice"]),
  scope: z.enum(["service", "marketing"]),
  isGranted: z.boolean(),
  at: InstantText,
  evidence: z.string(),
})
export type Consent = z.infer<typeof Consent>

export const Customer = CustomerSummary.extend({
  identities: z.array(ContactIdentity),
  addresses: z.array(Place.extend({ id: z.string() })),
  consents: z.array(Consent),
  notes: z.array(z.object({ id: z.string(), at: InstantText, author: z.string(), text: z.string() })),
  version: z.int(),
})
export type Customer = z.infer<typeof Customer>

export const CustomerQuery = z.object({
  search: z.string().trim().max(200).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type CustomerQuery = z.infer<typeof CustomerQuery>

export const CustomerPage = z.object({ items: z.array(CustomerSummary), nextCursor: z.string().nullable() })
export type CustomerPage = z.infer<typeof CustomerPage>

export const UpdateCustomer = z.object({ name: z.string().trim().min(1).max(120) })
export type UpdateCustomer = z.infer<typeof UpdateCustomer>

export const AddNote = z.object({ text: z.string().trim().min(1, "Write the note.").max(4000) })
export type AddNote = z.infer<typeof AddNote>

export const SetConsent = z.object({
  channel: Consent.shape.channel,
  scope: Consent.shape.scope,
  isGranted: z.boolean(),
  evidence: z.string().trim().min(1, "Say how the person told us.").max(500),
})
export type SetConsent = z.infer<typeof SetConsent>

export const TimelineEntry = z.object({
  id: z.string(),
  at: InstantText,
  /** For example `quote`, `hold`, `booking`, `payment`, `message`, `note`. */
  kind: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  actor: z.string(),
  entity: z.string().nullable(),
  entityId: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const Timeline = z.object({ items: z.array(TimelineEntry), nextCursor: z.string().nullable() })
export type Timeline = z.infer<typeof Timeline>
