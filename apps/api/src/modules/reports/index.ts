import { defineModule } from "#platform/module.ts"
import { bookkeepingRoutes } from "./bookkeeping/routes.ts"
import { moneyRoutes } from "./money/routes.ts"
import { reportRoutes } from "./routes.ts"

/** What the business did, read from the ledger, the crew's claims and the quotes. */
export const reportsModule = defineModule({
  name: "reports",
  feature: "FEATURE_CORE_API",
  routes: [...reportRoutes, ...moneyRoutes, ...bookkeepingRoutes],
})
