import type {
  CalendarConnection,
  CalendarLogin,
  ChefConnection,
  ConnectCalendar,
  FoundCalendars,
} from "@myhibachi/contract/chef-time"
import { eq } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { seal, unseal } from "#platform/seal.ts"
import type { CalendarAccount, ExternalCalendars } from "#providers/calendar/port.ts"
import { readChef } from "../chefs/find-chefs.ts"
import { applyBusy } from "./apply-busy.ts"
import { externalCalendars, pushedEvents } from "./tables.ts"

export type ConnectionRow = typeof externalCalendars.$inferSelect

const PURPOSE = "calendar-password"

/** @returns the calendars that an account has. @throws AppError "calendar-login-refused", "calendar-unreachable". */
export async function findCalendars(ctx: Context, login: CalendarLogin): Promise<FoundCalendars> {
  return { items: await requireCalendars(ctx).findCalendars(login) }
}

/**
 * Connects a chef's own calendar in place of the one before.
 * @throws AppError "chef-not-found", "calendar-missing", "calendar-login-refused", "calendar-unreachable".
 */
export async function connectCalendar(
  ctx: Context,
  input: ConnectCalendar & { chefId: string },
): Promise<ConnectionRow> {
  const { chefId, serverUrl, userName, password, calendarUrl } = input
  await readChef(ctx, chefId)
  const found = await requireCalendars(ctx).findCalendars({ serverUrl, userName, password })
  const calendar = calendarUrl ? found.find(({ url }) => url === calendarUrl) : found[0]
  if (!calendar)
    throw new AppError("unprocessable", "calendar-missing", "This account has no such calendar; choose one.")
  return inTransaction(ctx, async (ctx) => {
    const row = {
      chefId,
      serverUrl,
      userName,
      sealedPassword: seal(ctx.services.config.MYHIBACHI_SECRET, PURPOSE, password),
      calendarUrl: calendar.url,
      calendarName: calendar.name,
      connectedAt: ctx.now(),
      syncedAt: null,
      problem: null,
    }
    await ctx.db
      .insert(externalCalendars)
      .values(row)
      .onConflictDoUpdate({ target: externalCalendars.chefId, set: row })
    // What we wrote into another calendar is no longer ours to look after.
    await ctx.db.delete(pushedEvents).where(eq(pushedEvents.chefId, chefId))
    await audit(ctx, {
      action: "chef.calendar-connected",
      entity: "chef",
      entityId: chefId,
      details: { serverUrl, calendar: calendar.name },
    })
    return row
  })
}

/** Forgets the connection and gives the busy time back; our entries there stay as they are. @throws AppError "calendar-not-connected". */
export async function disconnectCalendar(ctx: Context, input: { chefId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await requireConnection(ctx, input.chefId)
    await applyBusy(ctx, { chefId: input.chefId, busy: [] })
    await ctx.db.delete(pushedEvents).where(eq(pushedEvents.chefId, input.chefId))
    await ctx.db.delete(externalCalendars).where(eq(externalCalendars.chefId, input.chefId))
    await audit(ctx, { action: "chef.calendar-disconnected", entity: "chef", entityId: input.chefId })
  })
}

/** @returns the chef's connection, or null. @throws AppError "chef-not-found". */
export async function readConnection(ctx: Context, input: { chefId: string }): Promise<ChefConnection> {
  await readChef(ctx, input.chefId)
  const row = await findConnection(ctx, input.chefId)
  return { connection: row ? presentConnection(row) : null }
}

/** @throws AppError "calendar-not-connected". */
export async function requireConnection(ctx: Context, chefId: string): Promise<ConnectionRow> {
  const row = await findConnection(ctx, chefId)
  if (!row) throw notFound("calendar", chefId)
  return row
}

async function findConnection(ctx: Context, chefId: string): Promise<ConnectionRow | undefined> {
  const [row] = await ctx.db.select().from(externalCalendars).where(eq(externalCalendars.chefId, chefId))
  return row
}

/** @returns the connection as staff see it: without the password. */
export function presentConnection(row: ConnectionRow): CalendarConnection {
  return {
    serverUrl: row.serverUrl,
    userName: row.userName,
    calendarUrl: row.calendarUrl,
    calendarName: row.calendarName,
    connectedAt: row.connectedAt.toString(),
    syncedAt: row.syncedAt?.toString() ?? null,
    problem: row.problem,
  }
}

/** @returns the account with its password, for the provider only. */
export function accountOf(ctx: Context, row: ConnectionRow): CalendarAccount {
  return {
    serverUrl: row.serverUrl,
    userName: row.userName,
    password: unseal(ctx.services.config.MYHIBACHI_SECRET, PURPOSE, row.sealedPassword),
  }
}

/** @throws AppError "calendars-off" when no adapter is wired. */
export function requireCalendars(ctx: Context): ExternalCalendars {
  const { calendars } = ctx.providers
  if (!calendars) throw new AppError("unavailable", "calendars-off", "Calendars elsewhere are switched off.")
  return calendars
}
