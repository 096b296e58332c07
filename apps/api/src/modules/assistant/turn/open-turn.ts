import type { Hold, Quote } from "@myhibachi/contract/booking"
import type { ConversationRow, MessageRow } from "#modules/conversations/index.ts"
import { figuresOf, findPassagesByTopic, readBusinessData } from "#modules/knowledge/index.ts"
import type { Context } from "#platform/context.ts"
import { agentOf } from "../agents.ts"
import { FactBook } from "../facts/fact-book.ts"
import { holdStatusTool, myBookingsTool, myBookingTool, quoteStatusTool } from "../tools/booking-tools.ts"
import { Toolbox } from "../tools/toolbox.ts"
import type { Channel } from "../understanding/channel.ts"
import { type Understanding, understand } from "../understanding/index.ts"
import type { Memory } from "./memory.ts"
import { routeAsks } from "./route-asks.ts"
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
  const customerId = conversation.verifiedAt ? conversation.customerId : null
  const understanding = read(ctx, conversation, message, memory, business.stations[0]?.timeZone ?? "UTC")
  const agent = chooseAgent(understanding)
  const tools = new Toolbox(ctx, { conversation, business, customerId }, agent)
  const bookings = customerId ? await readBookings(tools) : []
  const hold = memory.holdId ? await readHold(tools, memory.holdId) : null
  const quote = memory.quoteId ? await readQuote(tools, memory.quoteId) : null
  return {
    ctx,
    now: ctx.now(),
    conversation,
    text: message.text,
    understanding,
    asks: routeAsks({ text: message.text, understanding, memory, hasBooking: bookings.length > 0 }),
    slots: understanding.known,
    newSlots: understanding.slots,
    memory,
    tools,
    business,
    passages,
    book: new FactBook(),
    customerId,
    bookings,
    booking: bookingMeant(bookings, understanding, ctx.now().toString()),
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
  return understand(message.text, {
    now: ctx.now().toString(),
    timeZone,
    channel: channelOf(conversation),
    ...(memory.understanding ? { previous: memory.understanding } : {}),
  })
}

function channelOf(conversation: ConversationRow): Channel {
  const { channel } = conversation
  return channel === "messenger" || channel === "instagram" ? "whatsapp" : channel
}

const OVER = new Set(["cancelled", "completed", "settled", "no_show"])

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

/** The booking that is named, or on the day that is named; else the next one that is not over. */
function bookingMeant(
  bookings: OwnBooking[],
  { known, slots }: Understanding,
  now: string,
): OwnBooking | null {
  const reference = slots.bookingReference ?? known.bookingReference
  const named = bookings.find(({ page }) => page.reference === reference)
  if (named) return named
  const dates = new Set(slots.dates.map((date) => date.date))
  const onDay = bookings.find(({ page }) => dates.has(localDate(page)))
  if (onDay) return onDay
  const open = bookings.filter(({ page }) => !OVER.has(page.status))
  const coming = open
    .filter(({ page }) => page.startsAt >= now)
    .sort((a, b) => (a.page.startsAt < b.page.startsAt ? -1 : 1))
  return coming[0] ?? open[0] ?? bookings[0] ?? null
}

function localDate(page: OwnBooking["page"]): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: page.timeZone }).format(new Date(page.startsAt))
}

async function readHold(tools: Toolbox, holdId: string): Promise<Hold | null> {
  const result = await tools.call(holdStatusTool, { holdId })
  return result.ok ? result.output : null
}

async function readQuote(tools: Toolbox, quoteId: string): Promise<Quote | null> {
  const result = await tools.call(quoteStatusTool, { quoteId })
  return result.ok ? result.output : null
}
