import { defineModule } from "#platform/module.ts"
import { operationsRoutes } from "./routes.ts"

export { readFlagSettings } from "./flags.ts"

/** Flags, audit and the queue, for those who run the business. */
export const operationsModule = defineModule({ name: "operations", routes: operationsRoutes })
