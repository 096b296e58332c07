import { hasAny, hasContact, type Rule } from "./rule.ts"

const LEAVES =
  /\b(?:gone|leav(?:e|es|ing)|finished|be done|over by|wrap(?:ped|s)? up|ends?|cleaned up|out the door|out of (?:here|there|our hair)|heads? (?:out|home)|packed up|clear(?:s|ed)? out)\b/i
const COMES = /\b(?:arriv\w+|gets? (?:t?here|to)|comes?|shows? up|turns? up|be here|set(?:s|ting)? up)\b/i

/** The place of the grill, the course of the day, and what is asked about holds and changes on the way to it. */
export const dayRules: Rule[] = [
  // The place of the grill, and cover from rain.
  {
    applies: ({ text }, asks) =>
      /\b(pergola|gazebo|awning|wooden|wood|trees?|branches|balcony|garage|indoors?|inside|living room|deck|porch|ceiling)\b/i.test(
        text,
      ) && hasAny(asks, ["unknown.topic", "emotional.support"]),
    add: ["space.requirements"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(tent|canopy|cover|umbrellas?)\b/i.test(text) &&
      hasAny(asks, ["host.provides", "chef.brings", "unknown.topic"]),
    add: ["weather.policy"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text, understanding }, asks) =>
      understanding.slots.date !== undefined &&
      hasAny(asks, ["unknown.topic"]) &&
      /\b(get|open|free|available|book|have|do|come|slot|possible)\b/i.test(text),
    add: ["availability.date"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\btoo (?:many|big|large|few|small)\b|\b(?:max(?:imum)?|most) (?:number of )?(?:guests|people|group|size)/i.test(
        text,
      ) && hasAny(asks, ["mine.guests", "unknown.topic", "headcount.change"]),
    add: ["booking.group_size"],
    remove: ["mine.guests", "unknown.topic", "headcount.change"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:mov(?:e|ing)|switch(?:ing)?|chang(?:e|ing)|reschedul\w+)\b.{0,30}\bfrom\b.{0,30}\bto\b/i.test(
        text,
      ) && asks.has("availability.date"),
    add: ["reschedule.policy"],
    remove: ["availability.date"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:be moved|move it|moved|reschedul\w+|another date|different date|new date)\b/i.test(text) &&
      !/\bcancel(?:ling|ing)?\b/i.test(text) &&
      hasAny(asks, ["cancel.policy"]) &&
      !hasAny(asks, ["reschedule.policy", "mine.reschedule", "weather.policy"]),
    add: ["reschedule.policy"],
    remove: ["cancel.policy"],
  },
  // Who wants the day told step by step hears when the chef comes, how long it takes and when he leaves.
  {
    applies: ({ text }) =>
      /\b(?:walk (?:me|us) through|step by step|run[- ]?down|timeline|schedule of|run of show|what happens (?:on|from|when the chef|during))\b/i.test(
        text,
      ) && /\b(?:chef|party|evening|night|day|arriv|leaves?|dinner)\b/i.test(text),
    add: ["booking.arrival", "booking.duration", "chef.brings"],
    remove: ["about.service", "unknown.topic"],
  },
  // "Can you hold a date for me?" wants a hold; the rule of holds is told beside it.
  {
    applies: ({ text, hold, hasBooking }, asks) =>
      hold === null &&
      !hasBooking &&
      asks.has("booking.hold_terms") &&
      /\b(?:can|could|would|will|please|want|like|need)\b.{0,25}\b(?:hold|save|reserve|keep)\b.{0,25}\b(?:for (?:me|us)|date|day|spot|slot)\b/i.test(
        text,
      ) &&
      !/\bhow (?:long|much|many)\b|\bif\b/i.test(text),
    add: ["booking.create"],
  },
  // "And up to where is it free?" goes on about the drive; no day is asked for.
  {
    applies: ({ memory, understanding: { slots } }, asks) =>
      asks.has("availability.date") &&
      slots.date === undefined &&
      (memory.lastAsks ?? []).some((ask) => ask.startsWith("travel.")),
    add: ["travel.fee"],
    remove: ["availability.date"],
  },
  // A day with a wish to hold it is a booking, not a question about holds.
  {
    applies: ({ understanding, hold }, asks) =>
      hold === null &&
      asks.has("booking.hold_terms") &&
      understanding.slots.date !== undefined &&
      (understanding.slots.time !== undefined || understanding.known.time !== undefined),
    add: ["booking.create"],
    remove: ["booking.hold_terms"],
  },
  // The address or the name that was asked for goes on with the booking.
  {
    applies: ({ text, understanding, memory }, asks) =>
      memory.recentAsks.slice(0, 3).some((ask) => ask === "booking.create" || ask === "availability.date") &&
      !text.includes("?") &&
      hasContact(understanding) &&
      hasAny(asks, [
        "emotional.support",
        "unknown.topic",
        "greeting",
        "price.total",
        "travel.area",
        "mine.address",
      ]),
    add: ["booking.create"],
    remove: ["emotional.support", "unknown.topic", "greeting", "travel.area", "mine.address"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("mine.address") &&
      !/\b(?:chang|new|different|wrong|updat|mov|another|instead|correct)/i.test(text),
    add: ["mine.details"],
    remove: ["mine.address", "travel.stations"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("reschedule.policy") &&
      /\b(?:last day|deadline|cut-?off|until when)\b/i.test(text) &&
      /\bchang/i.test(text),
    add: ["headcount.change"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("host.provides") &&
      /\b(?:prepare|preparation|get ready|set ?up|need to (?:do|have))\b/i.test(text),
    add: ["space.requirements"],
  },
  {
    applies: ({ understanding }, asks) =>
      asks.has("unknown.topic") &&
      understanding.slots.durations.some(({ unit }) => unit === "hour" || unit === "day"),
    add: ["booking.lead_time"],
    remove: ["unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:on hold|hold (?:it|the|our|my|that|this|a) ?(?:date|day|spot|slot|start|time|party)?)\b/i.test(
        text,
      ) && !hasAny(asks, ["booking.create", "booking.hold_terms"]),
    add: ["booking.hold_terms"],
    remove: ["availability.date", "unknown.topic"],
  },
  {
    applies: ({ text, understanding, hasBooking }, asks) =>
      LEAVES.test(text) &&
      (understanding.known.time !== undefined || hasBooking) &&
      hasAny(asks, ["booking.start_times", "booking.arrival", "unknown.topic", "chef.brings"]) &&
      !asks.has("booking.duration"),
    add: ["booking.duration"],
    remove: ["booking.start_times", "unknown.topic"],
  },
  // "How long will the chef be at the house, from arrival until the van leaves?"
  {
    applies: ({ text }, asks) =>
      asks.has("booking.arrival") &&
      /\bhow (?:long|much time|many hours)\b/i.test(text) &&
      /\b(?:until|till?|to (?:the )?(?:end|departure)|leav\w+|gone|pulls? away|packed up|in total|altogether)\b/i.test(
        text,
      ),
    add: ["booking.duration"],
    remove: ["booking.arrival"],
  },
  {
    applies: ({ text }, asks) => asks.has("booking.duration") && LEAVES.test(text) && !COMES.test(text),
    remove: ["booking.arrival"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:still change|what can (?:we|i) (?:still )?change)\b/i.test(text) &&
      !hasAny(asks, ["headcount.change", "mine.guests"]),
    add: ["headcount.change"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:fire|flames?|burn|smoke|sparks?)\b/i.test(text) &&
      /\b(?:house|home|fence|deck|wall|roof|grill|patio|trees?|near|safe)\b/i.test(text) &&
      hasAny(asks, ["emotional.support", "unknown.topic", "allergen.cross_contact"]) &&
      !/\ballerg/i.test(text),
    add: ["space.requirements"],
    remove: ["allergen.cross_contact", "unknown.topic"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("booking.start_times") && /\b(?:served?|eat|food (?:is )?ready|start mean)\b/i.test(text),
    add: ["booking.arrival"],
    remove: ["booking.start_times"],
  },
  {
    applies: ({ text }, asks) =>
      /\b(?:sign|signed|signing|signature)\b/i.test(text) &&
      /\b(?:how much time|how long|until when|by when|deadline|time (?:is )?left)\b/i.test(text) &&
      !asks.has("booking.hold_terms"),
    add: ["booking.hold_terms"],
    remove: ["agreement.terms", "deposit.amount"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("booking.hold_terms") &&
      hasAny(asks, ["mine.reschedule", "reschedule.policy"]) &&
      !/\bhold\b/i.test(text),
    remove: ["booking.hold_terms"],
  },
  {
    applies: ({ text }, asks) =>
      asks.has("winback.leaving") &&
      hasAny(asks, ["mine.reschedule", "reschedule.policy"]) &&
      !/\b(?:never|leaving|competitor|elsewhere|last time|done with)\b/i.test(text),
    remove: ["winback.leaving"],
  },
]
