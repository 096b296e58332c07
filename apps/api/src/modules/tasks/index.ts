import { defineModule } from "#platform/module.ts"
import { tasksPersonalData } from "./personal-data.ts"
import { taskRoutes } from "./routes.ts"

export { completeTask, completeTaskByKey } from "./complete-task.ts"
export { createTask, type NewTask } from "./create-task.ts"
export { taskChanged } from "./events.ts"
export { findTasks, readTask } from "./find-tasks.ts"

/** What people must do, by when; every module can ask. */
export const tasksModule = defineModule({
  name: "tasks",
  personalData: tasksPersonalData,
  routes: taskRoutes,
})
