import type { Task, TaskPage } from "@myhibachi/contract/tasks"
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm"
import type { Context } from "#platform/context.ts"
import { notFound } from "#platform/errors.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { tasks } from "./tables.ts"

type TaskRow = typeof tasks.$inferSelect

export interface FindTasks {
  state: "open" | "done"
  assignedTo?: string | undefined
  conversationId?: string | undefined
  bookingId?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Open tasks by due time, or done ones from the newest. */
export async function findTasks(ctx: Context, query: FindTasks): Promise<TaskPage> {
  const isOpen = query.state === "open"
  const sortBy = isOpen ? tasks.dueAt : tasks.doneAt
  const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : []
  const after = isOpen
    ? sql`(${sortBy}, ${tasks.id}) > (${at}, ${id})`
    : sql`(${sortBy}, ${tasks.id}) < (${at}, ${id})`
  const rows = await ctx.replica
    .select()
    .from(tasks)
    .where(
      and(
        isOpen ? isNull(tasks.doneAt) : isNotNull(tasks.doneAt),
        query.assignedTo ? eq(tasks.assignedTo, query.assignedTo) : undefined,
        query.conversationId ? eq(tasks.conversationId, query.conversationId) : undefined,
        query.bookingId ? eq(tasks.bookingId, query.bookingId) : undefined,
        at ? after : undefined,
      ),
    )
    .orderBy(...(isOpen ? [asc(sortBy), asc(tasks.id)] : [desc(sortBy), desc(tasks.id)]))
    .limit(query.limit + 1)
  return toPage(
    rows,
    query.limit,
    (row) => [((isOpen ? null : row.doneAt) ?? row.dueAt).toString(), row.id],
    toTask,
  )
}

/** @throws AppError "task-not-found". */
export async function readTask(ctx: Context, id: string): Promise<Task> {
  const [row] = await ctx.db.select().from(tasks).where(eq(tasks.id, id))
  if (!row) throw notFound("task", id)
  return toTask(row)
}

function toTask({ key: _key, ...row }: TaskRow): Task {
  return {
    ...row,
    dueAt: row.dueAt.toString(),
    createdAt: row.createdAt.toString(),
    doneAt: row.doneAt?.toString() ?? null,
  }
}
