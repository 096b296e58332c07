"use client"

import { TaskPage } from "@myhibachi/contract/tasks"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { useMay } from "@/shell/me.tsx"
import { TaskList } from "./task-list.tsx"

/** Open tasks of one conversation; nothing when there is none. */
export function ConversationTasks({ conversationId }: { conversationId: string }) {
  const mayRead = useMay("operations:read")
  const tasks = useQuery({
    queryKey: ["tasks", "conversation", conversationId],
    queryFn: () => request(TaskPage, "/v1/tasks", { query: { state: "open", conversationId } }),
    enabled: mayRead,
  })
  if (!tasks.data || tasks.data.items.length === 0) return null
  return (
    <section>
      <h3 className="text-sm font-medium text-ink-soft">Tasks</h3>
      <TaskList tasks={tasks.data.items} isShort />
    </section>
  )
}
