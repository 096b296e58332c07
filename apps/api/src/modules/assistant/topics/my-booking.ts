import { countText, hoursText, listText, moneyText, startText } from "#modules/knowledge/index.ts"
import { Temporal } from "#platform/time.ts"
import { myBookingTool } from "../tools/booking-tools.ts"
import { policyTool } from "../tools/business-tools.ts"
import { deadlineText } from "../turn/deadline.ts"
import { isAtLeast, situationOf } from "../turn/situation.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { guestWords } from "./price-party.ts"

const RULE = policyTool.name

/** What the customer has booked. */
export const myDetails: Gather = async (turn, ask) => {
  if (!turn.booking) return needIdentity(turn)
  const { page } = turn.booking
  const tool = myBookingTool.name
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

function statusWords(status: string): string {
  return status.replaceAll("_", " ")
}

function needIdentity(turn: Turn): void {
  turn.outcome.missing.add("identity")
}

/** Whether the guest count can still change, and what more guests cost. */
export const guestChange: Gather = async (turn, ask) => {
  const situation = situationOf(turn)
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
  const until = deadlineText(turn, closesHoursBefore)
  if (until && verdict !== "no")
    turn.book.addFromTool(ask, RULE, `For that start you can change it until ${until}.`)
  if (verdict !== "no") changePrice(turn, ask)
}

/** The customer wants their own guest count changed. */
export const changeMyGuests: Gather = async (turn, ask) => {
  await guestChange(turn, ask)
  const situation = situationOf(turn)
  if (!turn.booking) {
    if (!situation) needIdentity(turn)
    return
  }
  if (situation && isAtLeast(situation, turn.business.parameters.head_count.closesHoursBefore) !== "yes")
    return
  proposeGuests(turn)
}

function changePrice(turn: Turn, ask: string): void {
  const by = turn.newSlots.guestsChange?.by
  if (!by || by <= 0) return
  const isChild = /\b(kids?|child(ren)?)\b/i.test(turn.text)
  const sku = isChild ? "child" : "adult"
  const price = turn.business.priceBook.prices.find((each) => each.sku === sku)?.amount.amount ?? 0
  const word = isChild ? countText(by, "more child", "more children") : countText(by, "more adult")
  turn.book.addFromTool(
    ask,
    "price_list",
    `${word} add ${by} × ${moneyText(price)} = ${moneyText(by * price)} before tax.`,
  )
}

function proposeGuests(turn: Turn): void {
  const { booking } = turn
  const change = turn.newSlots.guestsChange
  if (!booking || !change) return
  const { guests, items, reference } = booking.page
  const isChild = /\b(kids?|child(ren)?)\b/i.test(turn.text)
  const adults = isChild ? guests.adults : (change.to ?? guests.adults + (change.by ?? 0))
  const children = (guests.children ?? 0) + (isChild ? (change.by ?? 0) : 0)
  const next = { adults, children, littleOnes: guests.littleOnes ?? 0 }
  turn.outcome.proposal = {
    kind: "guests",
    bookingId: booking.id,
    guests: next,
    items: items.map(({ sku, quantity }) => ({ sku, quantity })),
    summary: `change ${reference} to ${guestWords({ guests: next })}`,
  }
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
  const situation = situationOf(turn)
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
  if (!turn.booking && !situation) needIdentity(turn)
}
