import type { TimeOff, TimeOffPage, TimeOffStatus, TimeOffWithConflicts } from "@myhibachi/contract/chef-time"
import { and, asc, eq, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { describeParties, readParties } from "../find-affected.ts"
import { chefs, stations } from "../tables.ts"
import { timeOff } from "./tables.ts"

export interface FindTimeOff {
  chefId?: string | undefined
  status?: TimeOffStatus | undefined
  cursor?: string | undefined
  limit: number
}

/** @returns requests and what became of them, by when they begin. */
export async function findTimeOff(ctx: Context, query: FindTimeOff): Promise<TimeOffPage> {
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const rows = await readRows(ctx)
    .where(
      and(
        query.chefId ? eq(timeOff.chefId, query.chefId) : undefined,
        query.status ? eq(timeOff.status, query.status) : undefined,
        at ? sql`(${timeOff.fromAt}, ${timeOff.id}) > (${at}, ${id})` : undefined,
      ),
    )
    .orderBy(asc(timeOff.fromAt), asc(timeOff.id))
    .limit(query.limit + 1)
  return toPage(rows, query.limit, ({ off }) => [off.fromAt.toString(), off.id], present)
}

/** @returns one request with the parties and holds in it. @throws AppError "time-off-not-found". */
export async function readTimeOff(ctx: Context, id: string): Promise<TimeOffWithConflicts> {
  const [row] = await readRows(ctx).where(eq(timeOff.id, id))
  if (!row) throw notFound("time-off", id)
  const { chefId, fromAt, toAt, status } = row.off
  const inTheWay = status === "requested" ? await readParties(ctx, chefId, { from: fromAt, to: toAt }) : []
  return { ...present(row), conflicts: await describeParties(ctx, inTheWay) }
}

function readRows(ctx: Context) {
  return ctx.db
    .select({ off: timeOff, chefName: chefs.name, timeZone: stations.timeZone })
    .from(timeOff)
    .innerJoin(chefs, eq(chefs.id, timeOff.chefId))
    .innerJoin(stations, eq(stations.id, chefs.stationId))
}

type Row = Awaited<ReturnType<typeof readRows>>[number]

function present({ off, chefName, timeZone }: Row): TimeOff {
  return {
    id: off.id,
    chefId: off.chefId,
    chefName,
    timeZone,
    from: off.fromAt.toString(),
    to: off.toAt.toString(),
    reason: off.reason,
    status: off.status,
    requestedBy: off.requestedBy,
    requestedAt: off.requestedAt.toString(),
    decidedBy: off.decidedBy,
    decidedAt: off.decidedAt?.toString() ?? null,
    decisionReason: off.decisionReason,
  }
}
