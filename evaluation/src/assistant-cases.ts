import { readFileSync } from "node:fs"
import { z } from "zod"

const Guests = z.object({
  adults: z.number().default(0),
  children: z.number().default(0),
  little_ones: z.number().default(0),
})

export const CaseBooking = z.looseObject({
  reference: z.string().optional(),
  station: z.string().optional(),
  start: z.string().optional(),
  guests: Guests.optional(),
  miles_one_way: z.number().optional(),
  food_total: z.number().optional(),
  travel_fee: z.number().optional(),
  total: z.number().optional(),
  deposit_paid: z.union([z.number(), z.boolean()]).optional(),
  balance_paid: z.union([z.number(), z.boolean()]).optional(),
  reschedules_used: z.number().optional(),
  state: z.string().optional(),
})
export type CaseBooking = z.infer<typeof CaseBooking>

export const CaseContext = z.looseObject({
  booking: CaseBooking.nullish(),
  bookings: z.array(CaseBooking).nullish(),
  hold: z
    .looseObject({
      created: z.string(),
      signed: z.string().nullish(),
      state: z.string().nullish(),
      start: z.string().nullish(),
      guests: Guests.optional(),
    })
    .nullish(),
  quote: z
    .looseObject({
      issued: z.string(),
      expires: z.string().nullish(),
      total: z.number().nullish(),
      station: z.string().optional(),
      guests: Guests.optional(),
      upgrades: z.record(z.string(), z.number()).optional(),
      miles_one_way: z.number().optional(),
    })
    .nullish(),
  payments: z
    .array(
      z.looseObject({
        amount: z.number(),
        kind: z.string().default("deposit"),
        state: z.string().default("paid"),
      }),
    )
    .nullish(),
  chefs_free_at: z.record(z.string(), z.number()).nullish(),
  other_customer_booking: CaseBooking.nullish(),
  verified_contact: z.unknown().optional(),
})
export type CaseContext = z.infer<typeof CaseContext>

const Pattern = z.union([z.string(), z.array(z.string())])

export const AssistantCase = z.looseObject({
  id: z.string(),
  channel: z.enum(["web_chat", "sms", "whatsapp", "social", "email", "voice"]).default("web_chat"),
  now: z.string(),
  turns: z.array(z.object({ role: z.string().default("customer"), text: z.string() })).min(1),
  context: CaseContext.nullish(),
  accept_agents: z.array(z.string()).nullish(),
  category: z.string().default("uncategorised"),
  complexity: z.unknown().optional(),
  must: z.array(Pattern).default([]),
  must_not: z.array(z.string()).default([]),
  escalate: z.boolean().nullish(),
})
export type AssistantCase = z.infer<typeof AssistantCase>

/** Reads cases from JSON Lines files. @throws Error that names the file and line that does not fit. */
export function readCases(files: readonly string[]): AssistantCase[] {
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) => (line.trim() === "" ? [] : [parseLine(file, index + 1, line)])),
  )
}

function parseLine(file: string, number: number, line: string): AssistantCase {
  try {
    return AssistantCase.parse(JSON.parse(line))
  } catch (cause) {
    throw new Error(`${file}:${number} is not a case of the assistant proof.`, { cause })
  }
}

export interface Judgement {
  passes: boolean
  /** What is missing, forbidden or decided otherwise. */
  faults: string[]
}

/** Judges the answer to the last turn. Regexes ignore case; curly quotes are straightened and blanks collapsed. */
export function judge(one: AssistantCase, answer: string, isEscalated: boolean): Judgement {
  const text = plain(answer)
  const faults: string[] = []
  for (const group of one.must) {
    const patterns = Array.isArray(group) ? group : [group]
    if (!patterns.some((pattern) => matches(pattern, text))) faults.push(`missing ${patterns.join(" | ")}`)
  }
  for (const pattern of one.must_not) if (matches(pattern, text)) faults.push(`forbidden ${pattern}`)
  if (typeof one.escalate === "boolean" && one.escalate !== isEscalated) {
    faults.push(one.escalate ? "did not bring a person" : "brought a person")
  }
  return { passes: faults.length === 0, faults }
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern.replace(/^re:\s*/, ""), "i").test(text)
}

function plain(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ")
}
