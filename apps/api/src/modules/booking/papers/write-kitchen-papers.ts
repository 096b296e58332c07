import type { Booking } from "@myhibachi/contract/booking"
import type { Allergen } from "@myhibachi/contract/catalog"
import { formatAmount, type PartyGuest, type PrepSheet } from "@myhibachi/contract/party-guests"
import type { Context } from "#platform/context.ts"
import { BAD, drawPaper, type Paper, SOFT } from "#platform/documents/paper.ts"
import { drawFacts, drawTable } from "#platform/documents/paper-parts.ts"
import { readGuests } from "../guests/list-guests.ts"
import { prepare } from "../guests/write-prep-sheet.ts"
import { readBooking, requireBooking } from "../read-booking.ts"
import { describeClock, describeGuests, describeMoment } from "./describe-party.ts"
import { readLetterhead } from "./letterhead.ts"

interface KitchenPaper {
  booking: Booking
  sheet: PrepSheet
  guests: PartyGuest[]
  arrivesAt: string
  endsAt: string
}

async function gather(ctx: Context, bookingId: string): Promise<KitchenPaper> {
  const row = await requireBooking(ctx, bookingId)
  return {
    booking: await readBooking(ctx, { bookingId }),
    sheet: await prepare(ctx, row),
    guests: await readGuests(ctx, bookingId),
    arrivesAt: row.work.from.toString(),
    endsAt: row.work.to.toString(),
  }
}

/** Writes what the kitchen packs for a party, with the allergies guest by guest, as a PDF. @throws AppError "booking-not-found". */
export async function writePrepPaper(ctx: Context, input: { bookingId: string }): Promise<Buffer> {
  const content = await gather(ctx, input.bookingId)
  return drawSheet(ctx, `Prep sheet ${content.booking.reference}`, (paper) => {
    drawHead(paper, content, "Prep sheet")
    drawCareful(paper, content.sheet)
    drawDishes(paper, content.sheet)
    drawShopping(paper, content.sheet.shopping)
    drawGuests(paper, content)
  })
}

/** Writes the chef's sheet for a party: where, when, who, what, allergies first. @throws AppError "booking-not-found". */
export async function writeJobPaper(ctx: Context, input: { bookingId: string }): Promise<Buffer> {
  const content = await gather(ctx, input.bookingId)
  return drawSheet(ctx, `Job sheet ${content.booking.reference}`, (paper) => {
    drawHead(paper, content, "Job sheet")
    drawJob(paper, content)
    drawCareful(paper, content.sheet)
    drawDishes(paper, content.sheet)
    drawGuests(paper, content)
  })
}

async function drawSheet(ctx: Context, title: string, draw: (paper: Paper) => void): Promise<Buffer> {
  const letterhead = await readLetterhead(ctx)
  const footer = `${title} · for the crew only, not for guests`
  return drawPaper({ title, createdAt: ctx.now(), letterhead, footer }, draw)
}

function drawHead(paper: Paper, { booking, sheet }: KitchenPaper, title: string): void {
  paper.text(`${title} ${booking.reference}`, { size: 22, isBold: true })
  paper.skip(2)
  const start = describeMoment(booking.startsAt, booking.timeZone)
  paper.text(`${start} · ${booking.customer.name} · ${describeGuests(booking.guests)}`, { color: SOFT })
  paper.text(`${sheet.chosen} of ${sheet.guestTotal} guests have chosen their proteins.`, { color: SOFT })
  paper.skip(8)
}

function drawJob(paper: Paper, { booking, arrivesAt, endsAt }: KitchenPaper): void {
  const { timeZone } = booking
  drawFacts(paper, [
    ["Address", booking.place.formatted],
    ...describeDetails(booking.details),
    ["Customer", [booking.customer.name, booking.customer.phone].filter(Boolean).join(", ")],
    ["Arrive and set up", describeClock(arrivesAt, timeZone)],
    ["Cooking begins", describeClock(booking.startsAt, timeZone)],
    ["Packed and away", describeClock(endsAt, timeZone)],
    ["Crew", booking.assignedChefs.map(({ name }) => name).join(", ") || "Nobody is assigned"],
    ["Station", booking.stationName],
  ])
}

const SETTINGS = {
  outdoor_uncovered: "Outdoors without cover",
  outdoor_covered: "Outdoors under cover",
  indoor: "Indoors",
}

function describeDetails(details: Booking["details"]): [string, string][] {
  const facts: [string, string][] = [
    ["Occasion", details.occasion],
    ["Way in", details.access],
    ["Parking", details.parking],
    ["Grill", [details.setting && SETTINGS[details.setting], details.setUpPlace].filter(Boolean).join(", ")],
    ["Notes", details.notes],
  ]
  return facts.filter(([, text]) => text !== "")
}

function drawCareful(paper: Paper, sheet: PrepSheet): void {
  paper.heading("Allergies and notes")
  for (const warning of sheet.warnings)
    paper.text(`Changed since it was chosen: ${warning}`, { isBold: true, color: BAD })
  if (sheet.careful.length === 0) paper.text("Nobody has declared an allergy.", { color: SOFT })
  for (const guest of sheet.careful) {
    const allergens = guest.allergens.map(allergenWords).join(", ")
    const title = [guest.name, guest.isSevere ? "SEVERE" : "", allergens].filter(Boolean).join(" · ")
    paper.text(title, { isBold: true, color: guest.allergens.length > 0 ? BAD : "#221f1c", size: 11 })
    paper.text([...guest.dishes, guest.note].filter(Boolean).join(" · "), { color: SOFT })
    paper.skip(4)
  }
  for (const notice of sheet.notices) paper.text(notice, { size: 9, color: SOFT })
}

function drawDishes(paper: Paper, sheet: PrepSheet): void {
  paper.heading("Dishes")
  drawTable(
    paper,
    [
      { title: "Dish", share: 0.8 },
      { title: "Portions", share: 0.2, isNumber: true },
    ],
    sheet.portions.map((line) => ({ cells: [line.name, String(line.portions)] })),
  )
}

/** What to buy and pack, one line an ingredient. */
export function drawShopping(paper: Paper, lines: PrepSheet["shopping"]): void {
  paper.heading("To buy and pack")
  drawTable(
    paper,
    [
      { title: "Ingredient", share: 0.42 },
      { title: "Allergens", share: 0.26 },
      { title: "Portions", share: 0.14, isNumber: true },
      { title: "Amount", share: 0.18, isNumber: true },
    ],
    lines.map((line) => ({
      cells: [
        line.ingredient,
        line.allergens.map(allergenWords).join(", "),
        String(line.portions),
        formatAmount(line),
      ],
    })),
  )
}

function drawGuests(paper: Paper, { guests, sheet }: KitchenPaper): void {
  paper.heading("Guest by guest")
  const unlisted = sheet.guestTotal - guests.length
  if (guests.length > 0)
    drawTable(
      paper,
      [
        { title: "Guest", share: 0.24 },
        { title: "Proteins", share: 0.36 },
        { title: "Allergens", share: 0.2 },
        { title: "Care", share: 0.2 },
      ],
      guests.map((guest) => ({
        cells: [
          guest.name || "Without a name",
          guest.choices.map(({ sku }) => nameOf(sheet, sku)).join(", ") || "not chosen",
          guest.allergens.map(allergenWords).join(", ") || "none declared",
          [guest.isSevere ? "severe" : "", guest.note].filter(Boolean).join("; "),
        ],
        detail: BANDS[guest.band],
        isStrong: guest.isSevere,
      })),
    )
  paper.skip(6)
  if (unlisted > 0)
    paper.text(
      `${unlisted} ${unlisted === 1 ? "guest has" : "guests have"} not told what they eat; they get what everybody gets.`,
      { color: SOFT },
    )
}

const BANDS: Readonly<Record<PartyGuest["band"], string>> = {
  adult: "adult",
  child: "child",
  little_one: "little one",
}

function nameOf(sheet: PrepSheet, sku: string): string {
  return sheet.portions.find((line) => line.sku === sku)?.name ?? sku
}

function allergenWords(allergen: Allergen): string {
  return allergen.replaceAll("_", " ")
}
