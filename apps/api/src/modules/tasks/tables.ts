import type { TaskKind } from "@myhibachi/contract/tasks"
import { boolean, index, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** Something that a person must do, with a time by which. */
export const tasks = pgTable(
  "tasks_tasks",
  {
    id: text().primaryKey(),
    /** Makes a task happen once for its cause. */
    key: text().unique(),
    kind: text().$type<TaskKind>().notNull(),
    title: text().notNull(),
    detail: text(),
    isUrgent: boolean("is_urgent").notNull(),
    dueAt: instant("due_at").notNull(),
    conversationId: text("conversation_id"),
    bookingId: text("booking_id"),
    customerId: text("customer_id"),
    assignedTo: text("assigned_to"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    doneAt: instant("done_at"),
    doneBy: text("done_by"),
    outcome: text(),
  },
  (table) => [
    index("tasks_tasks_due").on(table.doneAt, table.dueAt, table.id),
    index("tasks_tasks_conversation").on(table.conversationId),
    index("tasks_tasks_booking").on(table.bookingId),
  ],
)
