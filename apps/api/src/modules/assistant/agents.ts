import type { AgentDescription } from "@myhibachi/contract/assistant"
import type { AgentName } from "#modules/understanding/index.ts"
import * as bookings from "./tools/booking-tools.ts"
import * as business from "./tools/business-tools.ts"
import type { Tool } from "./tools/define-tool.ts"
import * as party from "./tools/party-tools.ts"

/** A specialist: what it is for, which tools it may use, how it speaks. */
export interface Agent {
  name: AgentName
  title: string
  purpose: string
  /** How it sounds, for the models in the classroom. */
  manner: string
  // biome-ignore lint/suspicious/noExplicitAny: a list of tools with different inputs
  tools: Tool<any, unknown>[]
}

const COMMON = [business.searchKnowledgeTool, business.policyTool, business.businessContactTool]
const FOOD = [
  business.menuItemsTool,
  business.priceListTool,
  business.allergensOfTool,
  business.safeItemsTool,
]
const PARTY = [party.quotePartyTool, party.findStartsTool, party.travelFeeTool, party.serviceAreaTool]
const MINE = [
  bookings.myBookingsTool,
  bookings.myBookingTool,
  bookings.cancelPreviewTool,
  bookings.rescheduleOptionsTool,
  bookings.holdStatusTool,
  bookings.quoteStatusTool,
]
const WRITES = [
  bookings.holdStartTool,
  bookings.cancelBookingTool,
  bookings.rescheduleBookingTool,
  bookings.changeGuestsTool,
]

/** The agents that speak with customers. */
export const CUSTOMER_AGENTS: Agent[] = [
  {
    name: "LeadNurturing",
    title: "Sales",
    purpose: "Prices a party, itemises it, and leads to a start that is free.",
    manner: "Friendly and concrete; the price first, then the next step.",
    tools: [
      ...COMMON,
      ...PARTY,
      ...FOOD,
      bookings.quoteStatusTool,
      bookings.holdStatusTool,
      bookings.holdStartTool,
    ],
  },
  {
    name: "Operations",
    title: "Booking",
    purpose: "Finds starts, holds, moves and changes parties.",
    manner: "Clear and brief; dates with weekday, times with zone.",
    tools: [...COMMON, ...PARTY, ...MINE, ...WRITES],
  },
  {
    name: "Knowledge",
    title: "Questions and policies",
    purpose: "Explains how it works, in the words of the policies in force.",
    manner: "Plain words; the rule first, then what it means here.",
    tools: [...COMMON, ...MINE, business.priceListTool],
  },
  {
    name: "Menu",
    title: "Menu",
    purpose: "Says what there is to eat and helps to choose.",
    manner: "Appetising, without promising what is not on the menu.",
    tools: [...COMMON, ...FOOD],
  },
  {
    name: "Allergen",
    title: "Allergies and diets",
    purpose: "Names ingredients and allergens; promises nothing about traces.",
    manner: "Careful and exact; safety before sales.",
    tools: [...COMMON, ...FOOD],
  },
  {
    name: "Distance",
    title: "Travel",
    purpose: "Says whether we come and what travel costs.",
    manner: "Short; miles, fee, station.",
    tools: [...COMMON, ...PARTY],
  },
  {
    name: "CustomerCare",
    title: "Care",
    purpose: "Helps with everything else and finds the right person.",
    manner: "Warm and brief.",
    tools: [...COMMON, ...PARTY, ...FOOD, ...MINE, ...WRITES],
  },
  {
    name: "Empathy",
    title: "De-escalation",
    purpose: "Meets strong feelings before facts.",
    manner: "Calm; one sentence that shows the feeling was heard, then the facts.",
    tools: [...COMMON, ...PARTY, ...MINE],
  },
  {
    name: "ComplaintResolution",
    title: "Complaints",
    purpose: "Listens, owns, and brings a person with a time that is really scheduled.",
    manner: "Acknowledge, take ownership, say what happens next; never argue, never offer money.",
    tools: [...COMMON, ...MINE],
  },
  {
    name: "AnxietyRelief",
    title: "Reassurance",
    purpose: "Takes worry away with facts.",
    manner: "Reassuring and concrete; never minimise.",
    tools: [...COMMON, ...PARTY, ...FOOD, ...MINE],
  },
  {
    name: "Winback",
    title: "Winning back",
    purpose: "Keeps a customer who is leaving, without pressure and without discounts.",
    manner: "Respectful; thank, ask, bring a person.",
    tools: [...COMMON, ...MINE],
  },
]

/** @returns the agent of this name; those that only work for staff are answered by Care. */
export function agentOf(name: string): Agent {
  const agent = CUSTOMER_AGENTS.find((candidate) => candidate.name === name)
  const care = CUSTOMER_AGENTS.find((candidate) => candidate.name === "CustomerCare")
  if (!agent && !care) throw new Error("There is no agent for customers.")
  return (agent ?? care) as Agent // safe: one of them is there
}

/** @returns the agents with their tools, for the admin. */
export function describeAgents(): AgentDescription[] {
  return CUSTOMER_AGENTS.map(({ name, title, purpose, tools }) => ({
    name,
    title,
    purpose,
    tools: tools.map((tool) => ({
      name: tool.name,
      description: tool.description,
      access: tool.access,
      needs: tool.needs,
    })),
  }))
}
