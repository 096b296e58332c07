import { z } from "zod"
import { StartRule } from "./availability.ts"
import { BookingStatus } from "./booking.ts"
import { ChefGrade } from "./crew.ts"
import { Place } from "./customers.ts"
import { Money } from "./money.ts"
import { PartyDetails } from "./party-details.ts"
import { PrepSheet } from "./party-guests.ts"
import { Guests } from "./quote.ts"
import { InstantText, TimeZoneId } from "./time.ts"

export const AssignmentResponse = z.enum(["pending", "accepted", "declined"])
export type AssignmentResponse = z.infer<typeof AssignmentResponse>

export const IncidentKind = z.enum(["injury", "allergy", "damage", "other"])
export type IncidentKind = z.infer<typeof IncidentKind>

export const PayLineKind = z.enum(["service", "travel", "tip", "correction"])
export type PayLineKind = z.infer<typeof PayLineKind>

/** Why a chef cannot take a party: a rule of availability, or the chef's own word. */
export const CandidateRule = z.enum([...StartRule.options, "declined", "has-this-party"])
export type CandidateRule = z.infer<typeof CandidateRule>

export const Candidate = z.object({
  chefId: z.string(),
  name: z.string(),
  grade: ChefGrade,
  /** The first is the best; null for who cannot. */
  rank: z.int().nullable(),
  rule: CandidateRule.nullable(),
  /** In words: what speaks for the chef, or why the chef cannot. */
  reasons: z.array(z.string()),
  /** Income around the party as a percentage of an equal share; no amount. */
  sharePercent: z.int(),
  drivingMinutes: z.int(),
})
export type Candidate = z.infer<typeof Candidate>

/** A chef's part in a party as the office sees it. */
export const CrewAssignment = z.object({
  id: z.string(),
  chefId: z.string(),
  name: z.string(),
  grade: ChefGrade,
  response: AssignmentResponse,
  askedAt: InstantText,
  respondedAt: InstantText.nullable(),
  declineReason: z.string().nullable(),
  checkedInAt: InstantText.nullable(),
  checkInMeters: z.int().nullable(),
  completedAt: InstantText.nullable(),
  served: Guests.nullable(),
  incidents: z.array(z.object({ id: z.string(), kind: IncidentKind, text: z.string(), at: InstantText })),
})
export type CrewAssignment = z.infer<typeof CrewAssignment>

export const BookingCrew = z.object({
  chefsNeeded: z.int(),
  /** Who has the party. */
  assignments: z.array(CrewAssignment),
  /** Who had been asked and declined, or is no longer needed. */
  earlier: z.array(CrewAssignment.pick({ id: true, name: true, response: true, declineReason: true })),
  candidates: z.array(Candidate),
})
export type BookingCrew = z.infer<typeof BookingCrew>

export const AssignChef = z.object({
  chefId: z.string().max(64),
  /** The assignment that this chef takes over; absent when the party lacks a chef. */
  replacesId: z.string().max(64).optional(),
})
export type AssignChef = z.infer<typeof AssignChef>

export const UnassignChef = z.object({
  /** Whether the next candidate is taken at once; otherwise a person looks for one. */
  replace: z.stringbool().default(true),
})

export const DeclineAssignment = z.object({
  reason: z.string().trim().max(300, "Use at most 300 characters.").default(""),
})
export type DeclineAssignment = z.input<typeof DeclineAssignment>

export const CheckIn = z.object({
  /** Where the phone is, when it says so. */
  position: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
})
export type CheckIn = z.infer<typeof CheckIn>

export const CompleteAssignment = z.object({ served: Guests })
export type CompleteAssignment = z.input<typeof CompleteAssignment>

export const ReportIncident = z.object({
  kind: IncidentKind,
  text: z
    .string()
    .trim()
    .min(3, "Say in a few words what happened.")
    .max(2000, "Use at most 2,000 characters."),
})
export type ReportIncident = z.infer<typeof ReportIncident>

/** A booked party to come whose crew is not complete or has not all accepted. */
export const OpenCrew = z.object({
  bookingId: z.string(),
  reference: z.string(),
  customerName: z.string(),
  startsAt: InstantText,
  timeZone: TimeZoneId,
  stationName: z.string(),
  city: z.string().nullable(),
  missing: z.int(),
  waitingFor: z.array(z.string()),
})
export type OpenCrew = z.infer<typeof OpenCrew>
export const OpenCrews = z.object({ items: z.array(OpenCrew) })
export type OpenCrews = z.infer<typeof OpenCrews>

/** A party in the chef's own list. */
export const MyParty = z.object({
  id: z.string(),
  reference: z.string(),
  status: BookingStatus,
  response: AssignmentResponse,
  startsAt: InstantText,
  timeZone: TimeZoneId,
  arriveAt: InstantText,
  endsAt: InstantText,
  leaveAt: InstantText,
  place: Place,
  guests: Guests,
  chefs: z.int(),
  checkedInAt: InstantText.nullable(),
  completedAt: InstantText.nullable(),
})
export type MyParty = z.infer<typeof MyParty>

export const MyParties = z.object({
  chefName: z.string(),
  /** In which the chef works. */
  timeZone: TimeZoneId,
  /** The next one first. */
  upcoming: z.array(MyParty),
  /** The latest first. */
  past: z.array(MyParty),
})
export type MyParties = z.infer<typeof MyParties>

/** All that a chef needs at a party, and no price or address of the customer's beyond it. */
export const JobSheet = MyParty.extend({
  details: PartyDetails,
  customerName: z.string(),
  /** Only on the day of the party. */
  phone: z.string().nullable(),
  otherChefs: z.array(z.string()),
  /** Whom this chef serves. */
  serves: z.object({ adults: z.int(), guests: z.int() }),
  served: Guests.nullable(),
  sheet: PrepSheet,
  /** Where a photo of this party is sent and an absence reported. */
  bookingId: z.string(),
  isAbsenceReported: z.boolean(),
  incidents: CrewAssignment.shape.incidents,
})
export type JobSheet = z.infer<typeof JobSheet>

export const PayLine = z.object({
  id: z.string(),
  at: InstantText,
  kind: PayLineKind,
  amount: Money,
  explanation: z.string(),
  assignmentId: z.string(),
  bookingId: z.string(),
  partyStartsAt: InstantText,
  timeZone: TimeZoneId,
  reversesId: z.string().nullable(),
})
export type PayLine = z.infer<typeof PayLine>

export const PayQuery = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type PayQuery = z.infer<typeof PayQuery>
export const ChefPay = z.object({
  chefId: z.string(),
  name: z.string(),
  /** What is written down for the last thirty days. */
  lastThirtyDays: Money,
  /** What accepted and asked parties to come would bring, before tips. */
  planned: Money,
  items: z.array(PayLine),
  nextCursor: z.string().nullable(),
})
export type ChefPay = z.infer<typeof ChefPay>

/** A count that was reported wrongly, put right by the office. */
export const CorrectServed = z.object({
  served: Guests,
  reason: z.string().trim().min(3, "Say why.").max(300),
})
export type CorrectServed = z.input<typeof CorrectServed>

export const ReversePayLine = z.object({ reason: z.string().trim().min(3, "Say why.").max(300) })
export type ReversePayLine = z.infer<typeof ReversePayLine>

/** How a chef stands beside the others of the station; no amounts. */
export const ChefLoad = z.object({
  chefId: z.string(),
  name: z.string(),
  grade: ChefGrade,
  stationId: z.string(),
  stationName: z.string(),
  days: z.int(),
  /** Income for the time offered, as a percentage of an equal share. */
  sharePercent: z.int(),
  availableHours: z.int(),
  parties: z.int(),
  workHours: z.int(),
  declines: z.int(),
  pending: z.int(),
})
export type ChefLoad = z.infer<typeof ChefLoad>
export const ChefLoads = z.object({ items: z.array(ChefLoad) })
export type ChefLoads = z.infer<typeof ChefLoads>
