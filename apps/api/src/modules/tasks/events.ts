import { z } from "zod"
import { defineEvent } from "#platform/jobs/events.ts"

/** A task was written or done. */
export const taskChanged = defineEvent(
  "task.changed",
  z.object({ taskId: z.string(), change: z.enum(["written", "done"]) }),
)
