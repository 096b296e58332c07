import { z } from "zod"
import { Contact } from "./customers.ts"
import { QuoteRequest } from "./quote.ts"
import { InstantText } from "./time.ts"

export const LeadStage = z.enum(["new", "contacted", "quoted", "won", "lost"])
export type LeadStage = z.infer<typeof LeadStage>

export const LeadSource = z.enum(["form", "chat", "hold", "quote", "staff"])
export type LeadSource = z.infer<typeof LeadSource>

/** Exactly what somebody agrees to who asks for a call; kept with the enquiry. */
export const CALL_CONSENT = "You may call me or write to me about my party."

const Wish = z.string().trim().max(1000, "Use at most 1000 characters.")

/** "Ask us to call you" on the customer site. */
export const Enquiry = z.object({
  contact: Contact,
  wish: Wish.optional(),
  isAgreed: z.literal(true, `Tick the box: ${CALL_CONSENT}`),
  /** People do not see this field; programs fill it. */
  website: z.string().max(300).optional(),
})
export type Enquiry = z.infer<typeof Enquiry>
export const EnquiryTaken = z.object({ isTaken: z.literal(true) })
export type EnquiryTaken = z.infer<typeof EnquiryTaken>

export const LeadSummary = z.object({
  id: z.string(),
  version: z.int(),
  stage: LeadStage,
  source: LeadSource,
  /** Null for a visitor of the chat who has not said who they are. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  wish: z.string().nullable(),
  customerId: z.string().nullable(),
  conversationId: z.string().nullable(),
  quoteId: z.string().nullable(),
  bookingId: z.string().nullable(),
  owner: z.object({ userId: z.string(), name: z.string() }).nullable(),
  nextActionAt: InstantText.nullable(),
  lostReason: z.string().nullable(),
  createdAt: InstantText,
  changedAt: InstantText,
})
export type LeadSummary = z.infer<typeof LeadSummary>
export const LeadPage = z.object({ items: z.array(LeadSummary), nextCursor: z.string().nullable() })
export type LeadPage = z.infer<typeof LeadPage>

export const LeadStep = z.object({
  id: z.string(),
  at: InstantText,
  actor: z.string(),
  stage: LeadStage,
  text: z.string(),
})
export type LeadStep = z.infer<typeof LeadStep>
export const Lead = LeadSummary.extend({
  consent: z.object({ words: z.string(), at: InstantText }).nullable(),
  steps: z.array(LeadStep),
})
export type Lead = z.infer<typeof Lead>

export const LeadQuery = z.object({
  stage: LeadStage.optional(),
  owner: z.enum(["me", "nobody"]).optional(),
  search: z.string().trim().max(200).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type LeadQuery = z.infer<typeof LeadQuery>

export const WriteLead = z.object({ contact: Contact, wish: Wish.optional() })
export type WriteLead = z.infer<typeof WriteLead>

export const ChangeLead = z
  .object({
    stage: z.enum(["new", "contacted", "quoted", "lost"]).optional(),
    /** Why it was lost. */
    reason: z.string().trim().max(300).optional(),
    owner: z.enum(["me", "nobody"]).optional(),
    nextActionAt: InstantText.nullable().optional(),
  })
  .refine(({ stage, reason }) => stage !== "lost" || Boolean(reason), {
    message: "Say why it was lost.",
    path: ["reason"],
  })
export type ChangeLead = z.infer<typeof ChangeLead>

export const ConvertLead = z.object({
  party: QuoteRequest.pick({ guests: true, items: true, date: true, time: true, address: true }),
  /** For a lead whose person was not known until now. */
  contact: Contact.optional(),
})
export type ConvertLead = z.input<typeof ConvertLead>
export const ConvertedLead = z.object({ lead: Lead, customerId: z.string(), quoteToken: z.string() })
export type ConvertedLead = z.infer<typeof ConvertedLead>
