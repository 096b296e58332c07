import type { MenuItem } from "@myhibachi/contract/catalog"
import type { MenuChange, MenuChangePreview, MenuConflict } from "@myhibachi/contract/menu-editing"
import type { PartyGuest } from "@myhibachi/contract/party-guests"
import { asc, gt, inArray } from "drizzle-orm"
import { findMenu, tryMenuChange } from "#modules/catalog/index.ts"
import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { formatStart } from "../format-start.ts"
import { type BookingRow, isAhead } from "../read-booking.ts"
import { bookings } from "../tables.ts"
import { isServedToAll, unsafeIngredients } from "./check-guests.ts"
import { partyGuests } from "./tables.ts"

const TASK_WITHIN_HOURS = 24

/**
 * Tries a change of the menu. @returns the dishes that would change, and the booked guests for whom a dish would
 * not be safe or not be served any more. @throws AppError as tryMenuChange.
 */
export async function previewMenuChange(ctx: Context, change: MenuChange): Promise<MenuChangePreview> {
  const { dishes, items } = await tryMenuChange(ctx, change)
  const { items: served } = await findMenu(ctx)
  const archived = change.kind === "archive" ? (served.find(({ sku }) => sku === change.sku) ?? null) : null
  const skus = new Set(dishes.map(({ sku }) => sku))
  const touched = items.filter(({ sku }) => skus.has(sku))
  return { dishes, conflicts: (await findConflicts(ctx, touched, archived)).map(present) }
}

interface SavedChange {
  changeId: string
  dishes: MenuChangePreview["dishes"]
  archived: Pick<MenuItem, "sku" | "name"> | null
}

/** Gives staff one task for each booked party that a saved change of the menu concerns. */
export async function askForMenuConflicts(ctx: Context, saved: SavedChange): Promise<void> {
  const { items } = await findMenu(ctx)
  const skus = new Set(saved.dishes.map(({ sku }) => sku))
  const touched = items.filter(({ sku }) => skus.has(sku))
  for (const { row, details } of await findConflicts(ctx, touched, saved.archived)) {
    await createTask(ctx, {
      kind: "safety",
      title: `${row.reference}: the menu has changed for a booked guest`,
      detail: `${details.join(" ")} Call ${row.contact.name} (${formatStart(row.startsAt, row.timeZone)}) and choose again.`,
      dueAt: ctx.now().add({ hours: TASK_WITHIN_HOURS }),
      isUrgent: true,
      bookingId: row.id,
      customerId: row.customerId,
      key: `menu-changed:${saved.changeId}:${row.id}`,
    })
  }
}

interface Conflict {
  row: BookingRow
  details: string[]
}

async function findConflicts(
  ctx: Context,
  touched: readonly MenuItem[],
  archived: Pick<MenuItem, "sku" | "name"> | null,
): Promise<Conflict[]> {
  if (touched.length === 0 && !archived) return []
  const rows = await ctx.db
    .select()
    .from(bookings)
    .where(gt(bookings.startsAt, ctx.now()))
    .orderBy(asc(bookings.startsAt))
  const ahead = rows.filter((row) => isAhead(row, ctx.now()))
  const listed = await readListed(
    ctx,
    ahead.map((row) => row.id),
  )
  return ahead.flatMap((row) => {
    const details = (listed.get(row.id) ?? []).flatMap((guest) => conflictsOf(guest, touched, archived))
    return details.length > 0 ? [{ row, details }] : []
  })
}

async function readListed(ctx: Context, bookingIds: string[]): Promise<Map<string, PartyGuest[]>> {
  if (bookingIds.length === 0) return new Map()
  const rows = await ctx.db
    .select()
    .from(partyGuests)
    .where(inArray(partyGuests.bookingId, bookingIds))
    .orderBy(asc(partyGuests.bookingId), asc(partyGuests.position))
  const byBooking = Map.groupBy(rows, (row) => row.bookingId)
  return new Map([...byBooking].map(([id, members]) => [id, members.map(({ guest }) => guest)]))
}

/** @returns one sentence for each dish that reaches the guest and must not. */
function conflictsOf(
  guest: PartyGuest,
  touched: readonly MenuItem[],
  archived: Pick<MenuItem, "sku" | "name"> | null,
): string[] {
  const who = guest.name || "A guest"
  const unsafe = touched.flatMap((item) => {
    const served = servingsOf(guest, item)
    const names = served.flatMap((leaveOut) =>
      unsafeIngredients(item, leaveOut, guest.allergens).map(({ name }) => name),
    )
    return names.length > 0
      ? [
          `${who} (${guest.allergens.join(", ")}) must not eat ${item.name}: it holds ${[...new Set(names)].join(", ")}.`,
        ]
      : []
  })
  const isGone = archived !== null && guest.choices.some(({ sku }) => sku === archived.sku)
  return isGone ? [...unsafe, `${who} chose ${archived.name}, which is not served any more.`] : unsafe
}

/** @returns what is left out each time that the dish reaches the guest; nothing when it never does. */
function servingsOf(guest: PartyGuest, item: MenuItem): string[][] {
  const chosen = guest.choices.filter(({ sku }) => sku === item.sku).map(({ leaveOut }) => leaveOut)
  if (!isServedToAll(item)) return chosen
  const side = guest.sides.find(({ sku }) => sku === item.sku)
  return side?.isSkipped ? chosen : [...chosen, side?.leaveOut ?? []]
}

function present({ row, details }: Conflict): MenuConflict {
  return {
    bookingId: row.id,
    reference: row.reference,
    customerName: row.contact.name,
    startsAt: row.startsAt.toString(),
    timeZone: row.timeZone,
    details,
  }
}
