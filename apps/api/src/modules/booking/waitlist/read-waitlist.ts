import type { WaitlistPage, WaitlistPlace, WaitlistQuery } from "@myhibachi/contract/booking-life"
import { and, desc, eq, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { waitlist } from "./tables.ts"

export type WaitlistRow = typeof waitlist.$inferSelect

/** @throws AppError "waitlist-place-not-found". */
export async function requirePlaceInLine(ctx: Context, id: string): Promise<WaitlistRow> {
  const [row] = await ctx.db.select().from(waitlist).where(eq(waitlist.id, id))
  if (!row) throw notFound("waitlist place", id)
  return row
}

/** @returns the customer's own view of a place in the line. @throws AppError "waitlist-place-not-found". */
export async function readPlace(ctx: Context, id: string): Promise<WaitlistPlace> {
  const row = await requirePlaceInLine(ctx, id)
  const secret = ctx.services.config.MYHIBACHI_SECRET
  return {
    token: signLink(secret, "waitlist", row.id),
    status: row.status,
    date: row.date,
    guests: row.guests,
    city: row.place.city,
    timeZone: row.timeZone,
    holdToken: row.status === "offered" && row.holdId ? signLink(secret, "hold", row.holdId) : null,
    createdAt: row.createdAt.toString(),
  }
}

/** @returns who waits, the newest first. @throws AppError "invalid-cursor". */
export async function findWaiting(ctx: Context, query: WaitlistQuery): Promise<WaitlistPage> {
  const after = query.cursor ? decodeCursor(query.cursor, 2) : null
  const rows = await ctx.replica
    .select()
    .from(waitlist)
    .where(
      and(
        query.status ? eq(waitlist.status, query.status) : undefined,
        query.date ? eq(waitlist.date, query.date) : undefined,
        after
          ? sql`(${waitlist.createdAt}, ${waitlist.id}) < (${String(after[0])}::timestamptz, ${String(after[1])})`
          : undefined,
      ),
    )
    .orderBy(desc(waitlist.createdAt), desc(waitlist.id))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    (row) => [row.createdAt.toString(), row.id],
    (row) => ({
      id: row.id,
      status: row.status,
      date: row.date,
      guests: row.guests,
      city: row.place.city,
      stationId: row.stationId,
      timeZone: row.timeZone,
      customerId: row.customerId,
      customerName: row.contact.name,
      holdId: row.holdId,
      offeredAt: row.offeredAt?.toString() ?? null,
      createdAt: row.createdAt.toString(),
    }),
  )
}
