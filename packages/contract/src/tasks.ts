import { z } from "zod"
import { InstantText } from "./time.ts"

/** What kind of follow-up a task is; the kind decides the icon and the first action. */
export const TaskKind = z.enum([
  "call-back",
  "answer",
  "payment",
  "complaint",
  "safety",
  "knowledge",
  "booking",
  "other",
])
export type TaskKind = z.infer<typeof TaskKind>

export const Task = z.object({
  id: z.string(),
  kind: TaskKind,
  title: z.string(),
  detail: z.string().nullable(),
  isUrgent: z.boolean(),
  dueAt: InstantText,
  conversationId: z.string().nullable(),
  bookingId: z.string().nullable(),
  customerId: z.string().nullable(),
  assignedTo: z.string().nullable(),
  createdBy: z.string(),
  createdAt: InstantText,
  doneAt: InstantText.nullable(),
  doneBy: z.string().nullable(),
  outcome: z.string().nullable(),
})
export type Task = z.infer<typeof Task>
export const TaskPage = z.object({ items: z.array(Task), nextCursor: z.string().nullable() })
export type TaskPage = z.infer<typeof TaskPage>

export const CreateTask = z.object({
  kind: TaskKind,
  title: z.string().trim().min(3).max(200),
  detail: z.string().trim().max(2000).optional(),
  isUrgent: z.boolean().default(false),
  dueAt: InstantText,
  conversationId: z.string().optional(),
  bookingId: z.string().optional(),
  customerId: z.string().optional(),
  assignedTo: z.string().optional(),
})
export type CreateTask = z.infer<typeof CreateTask>
export const CompleteTask = z.object({ outcome: z.string().trim().max(1000).optional() })
export type CompleteTask = z.infer<typeof CompleteTask>
export const AssignTask = z.object({ assignedTo: z.string().nullable() })
export type AssignTask = z.infer<typeof AssignTask>
