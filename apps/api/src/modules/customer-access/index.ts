import { defineModule } from "#platform/module.ts"
import { accessPersonalData } from "./personal-data.ts"
import { customerAccessRoutes } from "./routes.ts"
import { sendAccessCode } from "./send-code.ts"

/** Customers have no password: a code by mail lets them in for a while. */
export const customerAccessModule = defineModule({
  name: "customer-access",
  personalData: accessPersonalData,
  feature: "FEATURE_CORE_API",
  routes: customerAccessRoutes,
  jobs: [sendAccessCode],
})
