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
  tags: z.array(z.string()),
  createdAt: InstantText,
  lastActivityAt: InstantText,
})
export type CustomerSummary = z.infer<typeof CustomerSummary>

export const Consent = z.object({
  channel: z.enum(["email", "sms", "whatsapp", "voice"]),
  scope: z.enum(["service", "marketing"]),
  isGranted: z.boolean(),
  at: InstantText,
  /** How we know. */
  evidence: z.string(),
  /** Where it was said. */
  source: z.enum(["staff", "customer", "form", "chat", "message"]),
  /** Exactly what was said or ticked, when it was kept. */
  words: z.string().nullable(),
  recordedBy: z.string(),
})
export type Consent = z.infer<typeof Consent>
export const ConsentHistory = z.object({ items: z.array(Consent.extend({ id: z.string() })) })
export type ConsentHistory = z.infer<typeof ConsentHistory>

export const CustomerMerge = z.object({
  id: z.string(),
  mergedId: z.string(),
  mergedName: z.string(),
  reason: z.string(),
  mergedBy: z.string(),
  mergedAt: InstantText,
})
export type CustomerMerge = z.infer<typeof CustomerMerge>

export const Customer = CustomerSummary.extend({
  identities: z.array(ContactIdentity),
  addresses: z.array(Place.extend({ id: z.string(), isDefault: z.boolean() })),
  /** What counts now; the whole history is read by itself. */
  consents: z.array(Consent),
  notes: z.array(z.object({ id: z.string(), at: InstantText, author: z.string(), text: z.string() })),
  /** Who was found to be this person; each can be undone. */
  merges: z.array(CustomerMerge),
  erasedAt: InstantText.nullable(),
  version: z.int(),
})
export type Customer = z.infer<typeof Customer>

export const CustomerQuery = z.object({
  search: z.string().trim().max(200).optional(),
  tag: z.string().trim().max(40).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type CustomerQuery = z.infer<typeof CustomerQuery>

export const CustomerPage = z.object({ items: z.array(CustomerSummary), nextCursor: z.string().nullable() })
export type CustomerPage = z.infer<typeof CustomerPage>

const Tag = z.string().trim().min(1, "Write the tag.").max(40, "Keep a tag under 40 letters.")

export const UpdateCustomer = z
  .object({
    name: z.string().trim().min(1, "Write the name.").max(120).optional(),
    tags: z.array(Tag).max(20, "Twenty tags are enough for one person.").optional(),
  })
  .refine(({ name, tags }) => name !== undefined || tags !== undefined, {
    message: "Say what to change: the name or the tags.",
  })
export type UpdateCustomer = z.infer<typeof UpdateCustomer>

export const AddNote = z.object({ text: z.string().trim().min(1, "Write the note.").max(4000) })
export type AddNote = z.infer<typeof AddNote>

export const SetConsent = z.object({
  channel: Consent.shape.channel,
  scope: Consent.shape.scope,
  isGranted: z.boolean(),
  evidence: z.string().trim().min(1, "Say how the person told us.").max(500),
  source: Consent.shape.source.optional(),
  words: z.string().trim().min(1).max(1000).optional(),
})
export type SetConsent = z.infer<typeof SetConsent>

export const AddAddress = AddressInput.extend({ isDefault: z.boolean().default(false) })
export type AddAddress = z.infer<typeof AddAddress>

export const MergeCustomers = z.object({
  /** Who is found to be this person. */
  otherId: z.string().min(1).max(64),
  reason: z.string().trim().min(3, "Say why they are one person.").max(300),
})
export type MergeCustomers = z.infer<typeof MergeCustomers>

export const UndoneMerge = z.object({
  survivor: Customer,
  other: Customer,
  /** What came after the merge: it was for the survivor and stays there. */
  staysWithSurvivor: z.array(z.string()),
})
export type UndoneMerge = z.infer<typeof UndoneMerge>

export const DuplicateReason = z.object({
  kind: z.enum(["email", "phone", "name", "address"]),
  /** 0–1: how alike they are. */
  strength: z.number(),
})
export type DuplicateReason = z.infer<typeof DuplicateReason>
export const DuplicatePair = z.object({
  one: CustomerSummary,
  other: CustomerSummary,
  reasons: z.array(DuplicateReason),
  /** 0–1. */
  score: z.number(),
})
export type DuplicatePair = z.infer<typeof DuplicatePair>
export const DuplicateList = z.object({ items: z.array(DuplicatePair) })
export type DuplicateList = z.infer<typeof DuplicateList>
export const CustomerPair = z.object({ oneId: z.string().max(64), otherId: z.string().max(64) })
export type CustomerPair = z.infer<typeof CustomerPair>

export const TimelineKind = z.enum([
  "lead",
  "quote",
  "hold",
  "booking",
  "payment",
  "message",
  "mail",
  "task",
  "note",
  "consent",
  "merge",
  "privacy",
])
export type TimelineKind = z.infer<typeof TimelineKind>

export const TimelineEntry = z.object({
  id: z.string(),
  at: InstantText,
  kind: TimelineKind,
  title: z.string(),
  detail: z.string().nullable(),
  actor: z.string(),
  entity: z.string().nullable(),
  entityId: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const Timeline = z.object({ items: z.array(TimelineEntry), nextCursor: z.string().nullable() })
export type Timeline = z.infer<typeof Timeline>
