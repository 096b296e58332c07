"use client"

import { TaskPage } from "@myhibachi/contract/tasks"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { TaskList } from "./task-list.tsx"

/** Follow-up tasks by the time that they are due. */
export function OpenTasks() {
  return useMay("operations:read") ? <Open /> : null
}

function Open() {
  const tasks = useQuery({
    queryKey: ["tasks", "open"],
    queryFn: () => request(TaskPage, "/v1/tasks", { query: { state: "open", limit: 20 } }),
    refetchInterval: 30_000,
  })
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">To do</h2>
      <Loaded query={tasks}>
        {({ items }) =>
          items.length === 0 ? <p className="text-ink-soft">No task is open.</p> : <TaskList tasks={items} />
        }
      </Loaded>
    </section>
  )
}
