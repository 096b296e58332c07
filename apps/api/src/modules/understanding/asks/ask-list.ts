import type { AgentName, Category } from "./agents.ts"

export interface AskKind {
  category: Category
  agent: AgentName
  /** Weight in the complexity score: how much work and risk an answer carries, 0–1. */
  effort: number
  /** The answer shows one person's own data, so it is never shared with another. */
  isPersonal?: true
}

const pricing = (agent: AgentName, effort: number): AskKind => ({ category: "pricing", agent, effort })
const booking = (effort: number): AskKind => ({ category: "booking", agent: "Operations", effort })
const policy = (effort = 0.1): AskKind => ({ category: "faq_policies", agent: "Knowledge", effort })
const menu = (effort = 0.1): AskKind => ({ category: "menu", agent: "Menu", effort })
const allergen = (effort: number): AskKind => ({ category: "menu", agent: "Allergen", effort })
const mine = (effort: number): AskKind => ({
  category: "booking",
  agent: "Operations",
  effort,
  isPersonal: true,
})

/** Every question type of the business. "mine.*" are about the customer's own booking; "unknown.*" is what the data does not hold. */
export const ASKS = {
  "price.total": pricing("LeadNurturing", 0.35),
  "price.per_adult": pricing("LeadNurturing", 0.1),
  "price.per_child": pricing("LeadNurturing", 0.1),
  "price.little_ones": pricing("LeadNurturing", 0.1),
  "price.minimum": pricing("LeadNurturing", 0.1),
  "price.upgrades": pricing("LeadNurturing", 0.1),
  "price.addons": pricing("LeadNurturing", 0.1),
  "price.third_protein": pricing("LeadNurturing", 0.15),
  "price.tax": pricing("LeadNurturing", 0.1),
  "price.discount": pricing("LeadNurturing", 0.2),
  "price.service_charge": pricing("LeadNurturing", 0.1),
  "travel.fee": pricing("Distance", 0.15),
  "travel.area": pricing("Distance", 0.1),
  "travel.stations": pricing("Distance", 0.1),
  "tip.policy": policy(),
  "availability.date": booking(0.3),
  "booking.create": booking(0.35),
  "booking.how": booking(0.1),
  "booking.hold_terms": booking(0.1),
  "booking.lead_time": booking(0.1),
  "booking.start_times": booking(0.1),
  "booking.duration": booking(0.15),
  "booking.chefs_needed": booking(0.15),
  "booking.arrival": booking(0.1),
  "booking.group_size": booking(0.1),
  "deposit.amount": policy(),
  "deposit.refund": policy(),
  "balance.due": policy(),
  "payment.methods": policy(),
  "refund.timing": policy(),
  "cancel.policy": policy(),
  "cancel.by_company": policy(0.15),
  "reschedule.policy": policy(),
  "headcount.change": policy(),
  "weather.policy": policy(),
  "quote.validity": policy(),
  "host.provides": policy(),
  "space.requirements": policy(),
  "chef.brings": policy(),
  "agreement.terms": policy(),
  "about.service": policy(),
  "menu.included": menu(),
  "menu.proteins": menu(),
  "menu.double_protein": menu(),
  "menu.vegetarian": menu(),
  "menu.recommendation": menu(0.25),
  "menu.little_ones": menu(),
  "menu.drinks": menu(),
  "allergen.contains": allergen(0.2),
  "allergen.safe_options": allergen(0.3),
  "allergen.cross_contact": allergen(0.3),
  "mine.details": mine(0.2),
  "mine.balance": mine(0.2),
  "mine.cancel": mine(0.35),
  "mine.reschedule": mine(0.35),
  "mine.guests": mine(0.3),
  "mine.choices": mine(0.3),
  "mine.address": mine(0.3),
  "refund.status": { category: "faq_policies", agent: "CustomerCare", effort: 0.3, isPersonal: true },
  complaint: { category: "complaints", agent: "ComplaintResolution", effort: 0.6, isPersonal: true },
  "emotional.support": {
    category: "emotional_support",
    agent: "AnxietyRelief",
    effort: 0.35,
    isPersonal: true,
  },
  "winback.leaving": { category: "complaints", agent: "Winback", effort: 0.5, isPersonal: true },
  "human.request": { category: "faq_policies", agent: "CustomerCare", effort: 0.2, isPersonal: true },
  "bot.disclosure": { category: "faq_policies", agent: "CustomerCare", effort: 0.05 },
  greeting: { category: "faq_policies", agent: "CustomerCare", effort: 0 },
  thanks: { category: "faq_policies", agent: "CustomerCare", effort: 0 },
  opt_out: { category: "faq_policies", agent: "CustomerCare", effort: 0, isPersonal: true },
  "private.data": { category: "faq_policies", agent: "CustomerCare", effort: 0.2, isPersonal: true },
  "unknown.insurance": policy(0.15),
  "unknown.halal_kosher": policy(0.15),
  "unknown.power": policy(0.15),
  "unknown.topic": { category: "faq_policies", agent: "CustomerCare", effort: 0.1 },
} satisfies Record<string, AskKind>

export type Ask = keyof typeof ASKS

/** All question types, in the order of the list. */
export const ASK_NAMES = Object.keys(ASKS) as Ask[] // safe: the keys of a literal

/** Whether a word from a file is one of our question types. */
export function isAsk(name: string): name is Ask {
  return Object.hasOwn(ASKS, name)
}

/** Category, agent and effort of a question type. */
export function askKind(ask: Ask): AskKind {
  return ASKS[ask]
}
