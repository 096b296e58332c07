import { defineModule } from "#platform/module.ts"
import { notificationSubscriptions } from "./subscriptions.ts"

/** The letters that customers get about their party and their money. */
export const notificationsModule = defineModule({
  name: "notifications",
  feature: "FEATURE_CORE_API",
  subscriptions: notificationSubscriptions,
})
