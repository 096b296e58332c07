import { defineModule } from "#platform/module.ts"
import { notificationRoutes } from "./routes.ts"
import { notificationSubscriptions } from "./subscriptions.ts"

/** The letters and texts that customers get about their party and their money. */
export const notificationsModule = defineModule({
  name: "notifications",
  feature: "FEATURE_CORE_API",
  routes: notificationRoutes,
  subscriptions: notificationSubscriptions,
})
