import { AssignTask, CompleteTask, CreateTask, Task, TaskPage } from "@myhibachi/contract/tasks"
import { z } from "zod"
import { PageQuery } from "#platform/http/paging.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { Temporal } from "#platform/time.ts"
import { assignTask, completeTask } from "./complete-task.ts"
import { createTask } from "./create-task.ts"
import { findTasks, readTask } from "./find-tasks.ts"

const tags = ["tasks"]
const Id = z.object({ id: z.string().max(100) })
const Query = PageQuery.extend({
  state: z.enum(["open", "done"]).default("open"),
  assignedTo: z.string().max(100).optional(),
  conversationId: z.string().max(100).optional(),
  bookingId: z.string().max(100).optional(),
})

export const taskRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/tasks",
    access: access.staff("operations:read"),
    summary: "What people must do, by when",
    tags,
    query: Query,
    response: TaskPage,
    handler: (ctx, { query }) => findTasks(ctx, query),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/tasks",
    access: access.staff("operations:write"),
    summary: "Write a task",
    tags,
    body: CreateTask,
    response: Task,
    status: 201,
    handler: async (ctx, { body }) => {
      const { id } = await createTask(ctx, { ...body, dueAt: Temporal.Instant.from(body.dueAt) })
      return readTask(ctx, id)
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/tasks/:id/complete",
    access: access.staff("operations:write"),
    summary: "Note that a task is done",
    tags,
    params: Id,
    body: CompleteTask,
    response: Task,
    handler: (ctx, { params, body }) => completeTask(ctx, { taskId: params.id, outcome: body.outcome }),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/tasks/:id/assign",
    access: access.staff("operations:write"),
    summary: "Give a task to somebody",
    tags,
    params: Id,
    body: AssignTask,
    response: Task,
    handler: (ctx, { params, body }) => assignTask(ctx, { taskId: params.id, assignedTo: body.assignedTo }),
  }),
]
