import type { Hold } from "@myhibachi/contract/hold"
import type { Quote } from "@myhibachi/contract/quote"
import type { ConversationRow, MessageRow } from "#modules/conversations/index.ts"
import { requireCustomer } from "#modules/customers/index.ts"
import { figuresOf, findPassagesByTopic, readBusinessData } from "#modules/knowledge/index.ts"
import type { Channel } from "#modules/understanding/index.ts"
import { isPraise, type Slots, type Understanding, understand } from "#modules/understanding/index.ts"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { agentOf } from "../agents.ts"
import { FactBook } from "../facts/fact-book.ts"
import { readFood } from "../food/read-food.ts"
import { digitsForWords } from "../guard/number-words.ts"
import { holdStatusTool, myBookingsTool, myBookingTool, quoteStatusTool } from "../tools/booking-tools.ts"
import { serviceAreaTool } from "../tools/party-tools.ts"
import { Toolbox } from "../tools/toolbox.ts"
import { bookingMeant, isAhead, localDay } from "./booking-meant.ts"
import type { Memory } from "./memory.ts"
import { placeOf } from "./party-request.ts"
import { routeAsks } from "./route-asks.ts"
import { readToldParty, type ToldParty } from "./told-party.ts"
import type { OwnBooking, Turn } from "./turn.ts"

/** Reads the message and all that is known about who wrote it. Nothing is decided yet. */
export async function openTurn(
  ctx: Context,
  conversation: ConversationRow,
  message: MessageRow,
  memory: Memory,
): Promise<Turn> {
  const business = await readBusinessData(ctx)
  const passages = await findPassagesByTopic(ctx, figuresOf(business))
  const customerId = await provenCustomer(ctx, conversation)
  const understanding = read(ctx, conversation, message, memory, business.stations[0]?.timeZone ?? "UTC")
  // Dishes that are only praised are asked about by nobody.
  const food = readFood(
    isPraise(understanding.plain) ? "" : understanding.plain,
    business.menu,
    memory.food ?? null,
  )
  const agent = chooseAgent(understanding)
  const tools = new Toolbox(ctx, { conversation, business, customerId }, agent)
  const bookings = customerId ? await readBookings(tools) : []
  const hold = memory.holdId ? await readHold(tools, memory.holdId) : null
  const quote = memory.quoteId ? await readQuote(tools, memory.quoteId) : null
  const { booking, isNamed } = bookingMeant(
    bookings,
    understanding,
    ctx.now().toString(),
    memory.bookingId ?? null,
  )
  const told = booking ? null : await readTold(tools, understanding, memory.told ?? null)
  return {
    ctx,
    now: ctx.now(),
    conversation,
    said: message.text,
    text: understanding.plain,
    understanding,
    asks: routeAsks({
      text: understanding.plain,
      understanding,
      memory,
      food,
      hasBooking: bookings.length > 0 || told?.isBooked === true,
      isPartyAhead: booking ? isAhead(booking, ctx.now()) : isToldAhead(told, ctx.now()),
      isOtherDayNamed: isOtherDayNamed(understanding, bookings, told),
      isBookingNamed: isNamed,
      hold,
    }),
    slots: nearBooking(understanding.known, booking),
    newSlots: nearBooking(understanding.slots, booking),
    food,
    memory,
    tools,
    business,
    passages,
    book: new FactBook(),
    customerId,
    bookings,
    booking,
    isBookingNamed: isNamed,
    told,
    hold,
    quote,
    outcome: {
      missing: new Set(),
      tasks: [],
      cards: [],
      handOver: [],
      openQuestions: [],
      proposal: null,
      quote: null,
      pendingOptOut: null,
    },
  }
}

/** @returns the agent that answers: the router's choice, which a strong emotion overrides. */
export function chooseAgent(understanding: Understanding): string {
  return agentOf(understanding.emotion.recommendedAgent ?? understanding.agent).name
}

function read(
  ctx: Context,
  conversation: ConversationRow,
  message: MessageRow,
  memory: Memory,
  timeZone: string,
): Understanding {
  return understand(spokenForms(message.text), {
    now: ctx.now().toString(),
    timeZone,
    channel: channelOf(conversation),
    ...(memory.understanding ? { previous: memory.understanding } : {}),
  })
}

const BARE_COUNT = /\bwe(?:'re| are)(?: actually| now| about)? (\d{1,3})(?= now\b|\s*[.!,?](?!\d)|\s*$)/gi

/** "Six o'clock" is an evening hour for a party unless the morning is named; "we're 24 now" counts people. */
function spokenForms(text: string): string {
  const half = /\b(morning|a\.?m\.?)\b/i.test(text) ? "am" : "pm"
  return text
    .replace(
      OCLOCK,
      (_whole, hour: string) => `${Number(digitsForWords(hour).replace(/^one$/i, "1"))} ${half}`,
    )
    .replace(BARE_COUNT, "we are $1 people")
}

function channelOf(conversation: ConversationRow): Channel {
  const { channel } = conversation
  return channel === "messenger" || channel === "instagram" ? "whatsapp" : channel
}

const OCLOCK = /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?o'?clock\b/gi
const BARE_DAY = /^(?:on |to |for |until |by )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?$/i

/** "The 13th" beside a party on December 12 is in December. */
function nearBooking(slots: Slots, booking: OwnBooking | null): Slots {
  const day = slots.date ? BARE_DAY.exec(slots.date.phrase.trim())?.[1] : undefined
  if (!slots.date || !day || !booking) return slots
  const party = Temporal.Instant.from(booking.page.startsAt)
    .toZonedDateTimeISO(booking.page.timeZone)
    .toPlainDate()
  if (Number(day) > party.daysInMonth) return slots
  const date = party.with({ day: Number(day) }).toString()
  return { ...slots, date: { ...slots.date, date, until: date, isPast: false } }
}

/** The party that is told of, with the zone of its place as soon as one is known. */
async function readTold(
  tools: Toolbox,
  { plain, slots, known }: Understanding,
  before: ToldParty | null,
): Promise<ToldParty | null> {
  const told = readToldParty(plain, slots, before)
  const place = placeOf(known)
  if (!told?.date || told.timeZone || !place) return told
  const area = await tools.call(serviceAreaTool, { address: place })
  return { ...told, timeZone: area.ok ? (area.output.station?.timeZone ?? null) : null }
}

function isToldAhead(told: ToldParty | null, now: Temporal.Instant): boolean {
  if (!told?.date) return false
  const today = now.toZonedDateTimeISO(told.timeZone ?? "UTC").toPlainDate()
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(told.date), today) >= 0
}

/** "Could it be Sunday instead?", of a party on Saturday. */
function isOtherDayNamed(
  { slots }: Understanding,
  bookings: readonly OwnBooking[],
  told: ToldParty | null,
): boolean {
  const days = new Set(bookings.map((booking) => localDay(booking).toString()))
  if (told?.date) days.add(told.date)
  return days.size > 0 && slots.dates.some(({ date, isPast }) => !isPast && !days.has(date))
}

async function readBookings(tools: Toolbox): Promise<OwnBooking[]> {
  const result = await tools.call(myBookingsTool, {})
  if (!result.ok) return []
  const bookings: OwnBooking[] = []
  for (const { id } of result.output.slice(0, 10)) {
    const page = await tools.call(myBookingTool, { bookingId: id })
    if (page.ok) bookings.push({ id, page: page.output })
  }
  return bookings
}

async function readHold(tools: Toolbox, holdId: string): Promise<Hold | null> {
  const result = await tools.call(holdStatusTool, { holdId })
  return result.ok ? result.output : null
}

async function readQuote(tools: Toolbox, quoteId: string): Promise<Quote | null> {
  const result = await tools.call(quoteStatusTool, { quoteId })
  return result.ok ? result.output : null
}

/** Whoever was merged meanwhile is spoken with as the survivor, to whom all their bookings belong. */
async function provenCustomer(ctx: Context, conversation: ConversationRow): Promise<string | null> {
  if (!conversation.verifiedAt || !conversation.customerId) return null
  return (await requireCustomer(ctx, conversation.customerId)).id
}
