import { defineModule } from "#platform/module.ts"
import { leadSubscriptions, lookForLapsedQuotes } from "./follow-events.ts"
import { leadsPersonalData } from "./personal-data.ts"
import { leadRoutes } from "./routes.ts"

export { findLeads } from "./find-leads.ts"

/** Who may have a party with us, from the first word until it is booked or lost. */
export const leadsModule = defineModule({
  name: "leads",
  feature: "FEATURE_CORE_API",
  personalData: leadsPersonalData,
  routes: leadRoutes,
  schedules: [lookForLapsedQuotes],
  subscriptions: leadSubscriptions,
})
