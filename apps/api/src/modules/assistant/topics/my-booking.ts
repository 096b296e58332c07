import { countText, hoursText, listText, moneyText, startText } from "#modules/knowledge/index.ts"
import { hoursBetween, Temporal } from "#platform/time.ts"
import { myBookingTool } from "../tools/booking-tools.ts"
import { policyTool } from "../tools/business-tools.ts"
import { quotePartyTool } from "../tools/party-tools.ts"
import { deadlineText } from "../turn/deadline.ts"
import { itemsNamed } from "../turn/party-request.ts"
import { isAtLeast, situationOf } from "../turn/situation.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { proposeGuests, tellChange } from "./change-guests.ts"
import { guestWords } from "./guest-words.ts"

const RULE = policyTool.name

/** What the customer has booked. */
export const myDetails: Gather = async (turn, ask) => {
  if (!turn.booking) return needIdentity(turn)
  const { page } = turn.booking
  const tool = myBookingTool.name
  if (turn.bookings.length > 1 && !turn.isBookingNamed) return listMine(turn, ask)
  turn.book.addFromTool(
    ask,
    tool,
    `Your party ${page.reference} is ${statusWords(page.status)}: ${startText(Temporal.Instant.from(page.startsAt), page.timeZone)}, at ${page.place.formatted}, for ${guestWords(page)}.`,
  )
  turn.book.addFromTool(
    ask,
    tool,
    `${countText(page.chefs, "chef")} will come. The total is ${moneyText(page.total.amount)}; ${moneyText(page.paid.amount)} is paid and ${moneyText(page.owed.amount)} is open.`,
  )
}

function listMine(turn: Turn, ask: string): void {
  for (const { page } of turn.bookings.slice(0, 6)) {
    const start = startText(Temporal.Instant.from(page.startsAt), page.timeZone)
    turn.book.addFromTool(
      ask,
      myBookingTool.name,
      `Your party ${page.reference} is ${statusWords(page.status)}: ${start}, at ${page.place.formatted}, for ${guestWords(page)}; ${moneyText(page.owed.amount)} is open.`,
    )
  }
}

function statusWords(status: string): string {
  return status.replaceAll("_", " ")
}

function needIdentity(turn: Turn): void {
  turn.outcome.missing.add("identity")
}

/** Whether the guest count can still change, and what more guests cost. */
export const guestChange: Gather = async (turn, ask) => {
  const situation = situationOf(turn, { isOfBooked: true })
  const { closesHoursBefore } = turn.business.parameters.head_count
  const bound = hoursText(closesHoursBefore)
  const verdict = situation ? isAtLeast(situation, closesHoursBefore) : null
  if (verdict === "yes")
    turn.book.addFromTool(
      ask,
      RULE,
      `Yes, you can still change the guest count, choices and upgrades: that is possible until ${bound} before the start.`,
    )
  if (verdict === "no") {
    turn.book.addFromTool(
      ask,
      RULE,
      `The guest count closed ${bound} before the start, and the choices and upgrades with it, so they can no longer be changed. I can ask a person to look at it.`,
    )
    turn.outcome.tasks.push({
      kind: "booking",
      title: "Guest count after the cut-off",
      isUrgent: true,
      dueInHours: 2,
    })
  }
  if (verdict === null)
    for (const passage of turn.passages.filter((each) => each.topics.includes("headcount.change")))
      turn.book.addPassage(ask, passage, "answer")
  const until = deadlineText(turn, closesHoursBefore)
  if (until && verdict !== "no")
    turn.book.addFromTool(ask, RULE, `For that start you can change it until ${until}.`)
  if (verdict !== "no" || isStillOpen(turn, closesHoursBefore)) await tellChange(turn, ask)
}

/** "And if I tell you the day before?" supposes a later day; today the count can change. */
function isStillOpen({ booking, now }: Turn, hours: number): boolean {
  return booking !== null && hoursBetween(now, Temporal.Instant.from(booking.page.startsAt)) >= hours
}

/** The customer wants their own guest count changed. */
export const changeMyGuests: Gather = async (turn, ask) => {
  await guestChange(turn, ask)
  const situation = situationOf(turn, { isOfBooked: true })
  if (!turn.booking) {
    if (!situation) needIdentity(turn)
    return
  }
  if (situation && isAtLeast(situation, turn.business.parameters.head_count.closesHoursBefore) !== "yes")
    return
  proposeGuests(turn)
}

/** Where a refund stands. */
export const refundStatus: Gather = async (turn, ask) => {
  const { refundBusinessDays } = turn.business.parameters.cancellation
  const page = turn.booking?.page
  if (page && page.refunded.amount > 0)
    turn.book.addFromTool(
      ask,
      myBookingTool.name,
      `For ${page.reference} we have sent back ${moneyText(page.refunded.amount)}.`,
    )
  else if (page)
    turn.book.addFromTool(
      ask,
      myBookingTool.name,
      `For ${page.reference} I see no refund yet; ${moneyText(page.paid.amount)} is paid.`,
    )
  turn.book.addFromTool(
    ask,
    RULE,
    `Refunds go back to the original means of payment within ${countText(refundBusinessDays, "business day")}.`,
  )
  if (!page) needIdentity(turn)
  turn.outcome.tasks.push({
    kind: "payment",
    title: "Customer asks where their refund is",
    isUrgent: false,
    dueInHours: 24,
  })
}

/** Choices or upgrades of the customer's own party. */
export const changeMyChoices: Gather = async (turn, ask) => {
  const situation = situationOf(turn, { isOfBooked: true })
  const bound = hoursText(turn.business.parameters.head_count.closesHoursBefore)
  const verdict = situation
    ? isAtLeast(situation, turn.business.parameters.head_count.closesHoursBefore)
    : null
  if (verdict === "no")
    turn.book.addFromTool(
      ask,
      RULE,
      `Choices and upgrades closed ${bound} before the start together with the guest count, so they can no longer be changed.`,
    )
  else
    turn.book.addFromTool(
      ask,
      RULE,
      `${verdict === "yes" ? "Yes, choices" : "Choices"} and upgrades can change until ${bound} before the start.`,
    )
  const priced = turn.newSlots.items.flatMap((slot) =>
    turn.business.priceBook.prices.filter(
      (price) => price.sku === slot.item.replaceAll("_", "-") && price.amount.amount > 0,
    ),
  )
  if (priced.length > 0)
    turn.book.addFromTool(
      ask,
      "price_list",
      `${listText(priced.map((price) => `${price.name} is +${moneyText(price.amount.amount)} each`))}.`,
    )
  await tellChoicesPrice(turn, ask)
  if (!turn.booking && !situation) needIdentity(turn)
}

/** What the choices that were counted add to the party that is booked. */
async function tellChoicesPrice(turn: Turn, ask: string): Promise<void> {
  const page = turn.booking?.page
  const { items } = page ? itemsNamed(turn, page.guests) : { items: [] }
  if (!page || items.length === 0) return
  const before = await turn.tools.call(quotePartyTool, { guests: page.guests, items: page.items })
  const after = await turn.tools.call(quotePartyTool, {
    guests: page.guests,
    items: [...page.items, ...items],
  })
  if (!before.ok || !after.ok) return
  const more = after.output.foodTotal.amount - before.output.foodTotal.amount
  turn.book.addFromTool(
    ask,
    quotePartyTool.name,
    `For your party that would be ${moneyText(more)} more before tax: the food comes to ${moneyText(after.output.foodTotal.amount)} instead of ${moneyText(before.output.foodTotal.amount)}.`,
  )
}
