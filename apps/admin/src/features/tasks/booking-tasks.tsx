"use client"

import { TaskPage } from "@myhibachi/contract/tasks"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { useMay } from "@/shell/me.tsx"
import { TaskList } from "./task-list.tsx"

/** Open tasks of one party; nothing when there is none. */
export function BookingTasks({ bookingId }: { bookingId: string }) {
  const mayRead = useMay("operations:read")
  const tasks = useQuery({
    queryKey: ["tasks", "booking", bookingId],
    queryFn: () => request(TaskPage, "/v1/tasks", { query: { state: "open", bookingId } }),
    enabled: mayRead,
  })
  if (!tasks.data || tasks.data.items.length === 0) return null
  return (
    <div className="mt-6 border-t border-line pt-4">
      <h3 className="mb-2 font-medium">Tasks</h3>
      <TaskList tasks={tasks.data.items} />
    </div>
  )
}
