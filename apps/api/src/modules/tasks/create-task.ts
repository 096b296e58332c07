import type { TaskKind } from "@myhibachi/contract/tasks"
import { eq } from "drizzle-orm"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { publish } from "#platform/jobs/events.ts"
import type { Temporal } from "#platform/time.ts"
import { taskChanged } from "./events.ts"
import { tasks } from "./tables.ts"

export interface NewTask {
  kind: TaskKind
  title: string
  detail?: string | undefined
  dueAt: Temporal.Instant
  isUrgent?: boolean | undefined
  conversationId?: string | undefined
  bookingId?: string | undefined
  customerId?: string | undefined
  /** User id of the person who shall do it. */
  assignedTo?: string | undefined
  /** The cause: a second task with the same key is the first one. */
  key?: string | undefined
}

/** Asks people to do something, in the caller's transaction if there is one. @returns the task's id. */
export async function createTask(ctx: Context, input: NewTask): Promise<{ id: string }> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .insert(tasks)
      .values({
        id: ctx.newId("tsk"),
        key: input.key ?? null,
        kind: input.kind,
        title: input.title,
        detail: input.detail ?? null,
        isUrgent: input.isUrgent ?? false,
        dueAt: input.dueAt,
        conversationId: input.conversationId ?? null,
        bookingId: input.bookingId ?? null,
        customerId: input.customerId ?? null,
        assignedTo: input.assignedTo ?? null,
        createdBy: actorName(ctx.actor),
        createdAt: ctx.now(),
      })
      .onConflictDoNothing({ target: tasks.key })
      .returning({ id: tasks.id })
    if (row) await publish(ctx, taskChanged, { taskId: row.id, change: "written" })
    const id = row?.id ?? (await findByKey(ctx, input.key ?? ""))
    ctx.afterCommit(() => ctx.services.live.publish({ topic: "tasks", kind: "task", id }))
    return { id }
  })
}

async function findByKey(ctx: Context, key: string): Promise<string> {
  const [row] = await ctx.db.select({ id: tasks.id }).from(tasks).where(eq(tasks.key, key))
  if (!row) throw new Error(`The task ${key} was not written.`)
  return row.id
}
