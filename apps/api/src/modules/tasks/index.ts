import { defineModule } from "#platform/module.ts"
import { taskRoutes } from "./routes.ts"

export { createTask, type NewTask } from "./create-task.ts"
export { findTasks } from "./find-tasks.ts"

/** What people must do, by when; every module can ask. */
export const tasksModule = defineModule({ name: "tasks", routes: taskRoutes })
