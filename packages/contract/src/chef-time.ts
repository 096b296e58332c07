import { z } from "zod"
import { StartRule } from "./availability.ts"
import { Chef, ChefCalendar, ChefGrade, WorkingHours } from "./crew.ts"
import { Money } from "./money.ts"
import { DateText, InstantText, TimeText } from "./time.ts"

const Skill = z
  .string()
  .trim()
  .min(2, "Write a skill with two letters or more.")
  .max(40, "Keep a skill under 41 letters.")

const ChefProfile = z.object({
  name: z.string().trim().min(2, "Write the chef's name.").max(80, "Keep the name under 81 letters."),
  grade: ChefGrade,
  skills: z.array(Skill).max(20, "Up to 20 skills."),
  maxGuests: z
    .int("Write a whole number of guests.")
    .min(1, "At least one guest.")
    .max(200, "At most 200 guests.")
    .nullable(),
  maxPartiesPerDay: z
    .int("Write a whole number of parties.")
    .min(1, "At least one party a day.")
    .max(8, "At most eight parties a day."),
})

/** What is left out stays as it is. */
export const EditChef = ChefProfile.partial()
export type EditChef = z.infer<typeof EditChef>

export const CreateChef = ChefProfile.extend({
  stationId: z.string().min(1, "Choose a station.").max(64),
  skills: ChefProfile.shape.skills.default([]),
  maxGuests: ChefProfile.shape.maxGuests.default(null),
  maxPartiesPerDay: ChefProfile.shape.maxPartiesPerDay.default(3),
})
export type CreateChef = z.infer<typeof CreateChef>

export const SetHomeBase = z.object({
  /** Null to start from the station again. */
  address: z.string().trim().min(3, "Write the address, or leave it out.").max(300).nullable(),
})
export type SetHomeBase = z.infer<typeof SetHomeBase>

export const SetWorkingHours = z.object({
  workingHours: z.array(WorkingHours).max(28, "Up to four spans a day."),
})
export type SetWorkingHours = z.infer<typeof SetWorkingHours>

/** A party or hold that a change of a chef's time would touch, with who could take it. */
export const AffectedParty = z.object({
  claimId: z.string(),
  kind: z.enum(["hold", "booking"]),
  chefId: z.string(),
  chefName: z.string(),
  title: z.string(),
  startsAt: InstantText,
  bookingId: z.string().nullable(),
  holdId: z.string().nullable(),
  candidates: z.array(z.object({ chefId: z.string(), name: z.string() })),
})
export type AffectedParty = z.infer<typeof AffectedParty>
export const AffectedParties = z.object({ items: z.array(AffectedParty) })
export type AffectedParties = z.infer<typeof AffectedParties>

/** Working hours as they are now, with the parties that lie outside of them. */
export const ChefHours = z.object({
  timeZone: z.string(),
  workingHours: z.array(WorkingHours),
  partiesOutside: z.array(AffectedParty),
})
export type ChefHours = z.infer<typeof ChefHours>

/** Who takes a party from a chef. */
export const Handover = z.object({ claimId: z.string().max(64), toChefId: z.string().max(64) })
export type Handover = z.infer<typeof Handover>
export const Handovers = z.object({ handovers: z.array(Handover).max(200).default([]) })
export type Handovers = z.infer<typeof Handovers>

export const DaySpan = z.object({ from: TimeText, to: TimeText })
export type DaySpan = z.infer<typeof DaySpan>

export const SetDayException = z.object({
  /** None for a day off; `to` at or before `from` means on the next day. */
  hours: z.array(DaySpan).max(4, "Up to four spans a day."),
  note: z.string().trim().max(200, "Keep the note under 201 letters.").default(""),
})
export type SetDayException = z.infer<typeof SetDayException>

export const DayException = z.object({ date: DateText, hours: z.array(DaySpan), note: z.string() })
export type DayException = z.infer<typeof DayException>
export const DayExceptionList = z.object({ items: z.array(DayException) })
export const SavedDayException = DayException.extend({ partiesOutside: z.array(AffectedParty) })
export type SavedDayException = z.infer<typeof SavedDayException>

export const TimeOffStatus = z.enum(["requested", "approved", "denied", "withdrawn"])
export type TimeOffStatus = z.infer<typeof TimeOffStatus>

export const AddTimeOff = z.object({
  from: InstantText,
  to: InstantText,
  reason: z.string().trim().min(1, "Say why, in a few words.").max(200, "Keep the reason under 201 letters."),
})
export type AddTimeOff = z.infer<typeof AddTimeOff>

export const TimeOff = z.object({
  id: z.string(),
  chefId: z.string(),
  chefName: z.string(),
  timeZone: z.string(),
  from: InstantText,
  to: InstantText,
  reason: z.string(),
  status: TimeOffStatus,
  requestedBy: z.string(),
  requestedAt: InstantText,
  decidedBy: z.string().nullable(),
  decidedAt: InstantText.nullable(),
  /** Why it was denied. */
  decisionReason: z.string().nullable(),
})
export type TimeOff = z.infer<typeof TimeOff>

/** A request with the parties and holds in it. */
export const TimeOffWithConflicts = TimeOff.extend({ conflicts: z.array(AffectedParty) })
export type TimeOffWithConflicts = z.infer<typeof TimeOffWithConflicts>

export const TimeOffPage = z.object({ items: z.array(TimeOff), nextCursor: z.string().nullable() })
export type TimeOffPage = z.infer<typeof TimeOffPage>

export const DenyTimeOff = z.object({ reason: AddTimeOff.shape.reason })
export type DenyTimeOff = z.infer<typeof DenyTimeOff>

export const AddBlackout = AddTimeOff.extend({ stationId: z.string().max(64).nullable().default(null) })
export type AddBlackout = z.infer<typeof AddBlackout>
export const Blackout = ChefCalendar.shape.blackouts.element
export type Blackout = z.infer<typeof Blackout>
export const BlackoutList = z.object({ items: z.array(Blackout) })
export const BlackoutSpan = AddBlackout.omit({ reason: true })
export type BlackoutSpan = z.infer<typeof BlackoutSpan>

export const ChefFeed = z.object({ url: z.url() })
export type ChefFeed = z.infer<typeof ChefFeed>

/** Deactivated or active again; the parties that others took over. */
export const ChefActivity = z.object({ chef: Chef, moved: z.array(AffectedParty) })
export type ChefActivity = z.infer<typeof ChefActivity>

export const CalendarConflict = z.object({
  kind: z.enum(["tight-leg", "over-cap", "unassigned"]),
  date: DateText,
  stationId: z.string(),
  chefId: z.string().nullable(),
  chefName: z.string().nullable(),
  bookingId: z.string().nullable(),
  /** One sentence for staff. */
  detail: z.string(),
})
export type CalendarConflict = z.infer<typeof CalendarConflict>
export const CalendarConflicts = z.object({ items: z.array(CalendarConflict) })
export type CalendarConflicts = z.infer<typeof CalendarConflicts>

export const ConflictQuery = z.object({
  from: DateText,
  to: DateText,
  /** A drive with less time to spare counts as tight. */
  slackMinutes: z.coerce.number().int().min(0).max(240).default(15),
})
export type ConflictQuery = z.input<typeof ConflictQuery>

export const CalendarLogin = z.object({
  serverUrl: z.url({
    protocol: /^https?$/,
    error: "Write the address of the calendar server, beginning with https://.",
  }),
  userName: z.string().trim().min(1, "Write the name you sign in with.").max(200),
  password: z.string().min(1, "Write the app password.").max(500),
})
export type CalendarLogin = z.infer<typeof CalendarLogin>

export const FoundCalendars = z.object({ items: z.array(z.object({ url: z.url(), name: z.string() })) })
export type FoundCalendars = z.infer<typeof FoundCalendars>

export const ConnectCalendar = CalendarLogin.extend({
  /** One of the calendars that were found; the first when absent. */
  calendarUrl: z.url().max(2000).optional(),
})
export type ConnectCalendar = z.infer<typeof ConnectCalendar>

/** The password is in none of it. */
export const CalendarConnection = z.object({
  serverUrl: z.string(),
  userName: z.string(),
  calendarUrl: z.string(),
  calendarName: z.string(),
  connectedAt: InstantText,
  syncedAt: InstantText.nullable(),
  /** What went wrong at the last attempt, in words. */
  problem: z.string().nullable(),
})
export type CalendarConnection = z.infer<typeof CalendarConnection>
export const ChefConnection = z.object({ connection: CalendarConnection.nullable() })
export type ChefConnection = z.infer<typeof ChefConnection>

/** Whether a chef of the station could take a party over, and in words why not. */
export const Taker = z.object({ chefId: z.string(), name: z.string(), refusal: z.string().nullable() })
export type Taker = z.infer<typeof Taker>
export const Takers = z.object({ items: z.array(Taker) })
export type Takers = z.infer<typeof Takers>

export const MovePreviewQuery = z.object({
  startsAt: InstantText,
  because: z.enum(["customer", "weather", "company"]).default("company"),
})
export type MovePreviewQuery = z.input<typeof MovePreviewQuery>

/** What moving a party to a start would do. */
export const MovePreview = z.object({
  startsAt: InstantText,
  isAllowed: z.boolean(),
  fee: Money,
  /** Why it costs what it costs, or why it is refused. */
  explanation: z.string(),
  rule: StartRule.nullable(),
  told: z.array(z.string()),
})
export type MovePreview = z.infer<typeof MovePreview>
