import type { Task } from "@myhibachi/contract/tasks"
import { and, eq, isNull } from "drizzle-orm"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { publish } from "#platform/jobs/events.ts"
import { taskChanged } from "./events.ts"
import { readTask } from "./find-tasks.ts"
import { tasks } from "./tables.ts"

/** Notes that a task is done; done already it stays as it is. @throws AppError "task-not-found". */
export async function completeTask(
  ctx: Context,
  input: { taskId: string; outcome?: string | undefined },
): Promise<Task> {
  return inTransaction(ctx, async (ctx) => {
    await readTask(ctx, input.taskId)
    const done = await ctx.db
      .update(tasks)
      .set({ doneAt: ctx.now(), doneBy: actorName(ctx.actor), outcome: input.outcome ?? null })
      .where(and(eq(tasks.id, input.taskId), isNull(tasks.doneAt)))
      .returning({ id: tasks.id })
    if (done.length === 0) return readTask(ctx, input.taskId)
    await publish(ctx, taskChanged, { taskId: input.taskId, change: "done" })
    await noteChange(ctx, "task.completed", input.taskId)
    return readTask(ctx, input.taskId)
  })
}

/** Notes that what a task was made for is done, by the key that it was made with; there may be none. */
export async function completeTaskByKey(ctx: Context, key: string): Promise<void> {
  const [task] = await ctx.db.select({ id: tasks.id }).from(tasks).where(eq(tasks.key, key))
  if (task) await completeTask(ctx, { taskId: task.id })
}

/** Gives a task to somebody, or back to everybody. @throws AppError "task-not-found". */
export async function assignTask(
  ctx: Context,
  input: { taskId: string; assignedTo: string | null },
): Promise<Task> {
  return inTransaction(ctx, async (ctx) => {
    await readTask(ctx, input.taskId)
    await ctx.db.update(tasks).set({ assignedTo: input.assignedTo }).where(eq(tasks.id, input.taskId))
    await noteChange(ctx, "task.assigned", input.taskId)
    return readTask(ctx, input.taskId)
  })
}

async function noteChange(ctx: Context, action: string, taskId: string): Promise<void> {
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "tasks", kind: "task", id: taskId }))
  await audit(ctx, { action, entity: "task", entityId: taskId })
}
