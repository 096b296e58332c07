import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { followUpAt, isHandedOver, isUrgent } from "../respond/close-answer.ts"
import type { Turn } from "../turn/turn.ts"
import { summariseForPerson } from "./summarise-turn.ts"

/** Whatever the answer promised becomes a task that is due when it was promised for. */
export async function createTasks(ctx: Context, turn: Turn, messageId: string): Promise<void> {
  const dueAt = followUpAt(turn)
  if (!dueAt) return
  const common = {
    dueAt,
    conversationId: turn.conversation.id,
    ...(turn.customerId ? { customerId: turn.customerId } : {}),
    ...(turn.booking ? { bookingId: turn.booking.id } : {}),
  }
  if (isHandedOver(turn)) {
    await createTask(ctx, {
      ...common,
      kind: kindOf(turn),
      title: `Conversation needs a person: ${turn.outcome.handOver.join(", ")}`.slice(0, 200),
      detail: summariseForPerson(turn).slice(0, 2000),
      isUrgent: isUrgent(turn),
      key: `${messageId}:person`,
    })
  }
  for (const [index, { kind, title, isUrgent }] of turn.outcome.tasks.entries()) {
    const detail = turn.said.slice(0, 2000)
    await createTask(ctx, { ...common, kind, title, detail, isUrgent, key: `${messageId}:${index}` })
  }
}

function kindOf(turn: Turn): "complaint" | "safety" | "answer" {
  if (turn.outcome.handOver.includes("complaint")) return "complaint"
  return isUrgent(turn) ? "safety" : "answer"
}
