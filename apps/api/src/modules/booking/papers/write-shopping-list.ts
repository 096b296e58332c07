import { type ShoppingLine, type ShoppingList, ShoppingListQuery } from "@myhibachi/contract/party-guests"
import type { z } from "zod"
import { findStations } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { drawPaper, SOFT } from "#platform/documents/paper.ts"
import { drawTable } from "#platform/documents/paper-parts.ts"
import { findPartiesOn } from "../find-bookings.ts"
import { prepare } from "../guests/write-prep-sheet.ts"
import { parseInput } from "../parse-input.ts"
import { allGuests } from "../rules/count-guests.ts"
import { describeClock } from "./describe-party.ts"
import { readLetterhead } from "./letterhead.ts"
import { drawShopping } from "./write-kitchen-papers.ts"

/** @returns what all parties of a day, of one station or of every one, need together. */
export async function writeShoppingList(
  ctx: Context,
  input: z.input<typeof ShoppingListQuery>,
): Promise<ShoppingList> {
  const query = parseInput(ShoppingListQuery, input)
  const stations = await findStations(ctx)
  const parties = await findPartiesOn(ctx, query.date, query.stationId)
  const sheets = []
  for (const row of parties) sheets.push(await prepare(ctx, row))
  return {
    date: query.date,
    stationName: stations.find(({ id }) => id === query.stationId)?.name ?? null,
    parties: parties.map((row) => ({
      bookingId: row.id,
      reference: row.reference,
      customerName: row.contact.name,
      startsAt: row.startsAt.toString(),
      timeZone: row.timeZone,
      guestTotal: allGuests(row.guests),
    })),
    shopping: sumLines(sheets.flatMap(({ shopping }) => shopping)),
  }
}

/** Adds what several parties need; one amount that is not known leaves the sum unknown. */
export function sumLines(lines: readonly ShoppingLine[]): ShoppingLine[] {
  const sums = new Map<string, ShoppingLine>()
  for (const line of lines) {
    const sum = sums.get(line.ingredientId) ?? { ...line, portions: 0, amountTenths: 0 }
    const isKnown = sum.amountTenths !== null && line.amountTenths !== null
    sums.set(line.ingredientId, {
      ...sum,
      portions: sum.portions + line.portions,
      amountTenths: isKnown ? (sum.amountTenths ?? 0) + (line.amountTenths ?? 0) : null,
    })
  }
  return [...sums.values()].sort((left, right) => left.ingredient.localeCompare(right.ingredient))
}

/** Writes the shopping list of a day as a PDF. */
export async function writeShoppingPaper(
  ctx: Context,
  input: z.input<typeof ShoppingListQuery>,
): Promise<Buffer> {
  const list = await writeShoppingList(ctx, input)
  const day = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" }).format(
    new Date(`${list.date}T12:00:00Z`),
  )
  const where = list.stationName ?? "all stations"
  const title = `Shopping list ${list.date}, ${where}`
  const letterhead = await readLetterhead(ctx)
  return drawPaper({ title, createdAt: ctx.now(), letterhead, footer: title }, (paper) => {
    paper.text("Shopping list", { size: 22, isBold: true })
    paper.skip(2)
    paper.text(`${day} · ${where}`, { color: SOFT })
    paper.heading("Parties")
    if (list.parties.length === 0) paper.text("No party on this day; nothing to buy.", { color: SOFT })
    else drawParties(paper, list.parties)
    if (list.shopping.length > 0) drawShopping(paper, list.shopping)
  })
}

function drawParties(paper: Parameters<typeof drawShopping>[0], parties: ShoppingList["parties"]): void {
  drawTable(
    paper,
    [
      { title: "Party", share: 0.25 },
      { title: "Customer", share: 0.35 },
      { title: "Start", share: 0.25 },
      { title: "Guests", share: 0.15, isNumber: true },
    ],
    parties.map((party) => ({
      cells: [
        party.reference,
        party.customerName,
        describeClock(party.startsAt, party.timeZone),
        String(party.guestTotal),
      ],
    })),
  )
}
