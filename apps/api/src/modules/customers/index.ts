import { defineModule } from "#platform/module.ts"
import { customerRoutes } from "./routes.ts"

export { addNote, rememberAddress, setConsent, writeNote } from "./change-customer.ts"
export { findCustomers, readCustomer, requireCustomer } from "./find-customers.ts"
export { type CustomerRow, findCustomerByContact, findOrCreateCustomer } from "./find-or-create-customer.ts"
export { forgetUnusedCustomer } from "./forget-customer.ts"
export { type ContactKey, normaliseContact } from "./normalise-contact.ts"
export { addTimelineEntry, type NewTimelineEntry, readTimeline } from "./timeline.ts"

export const customersModule = defineModule({
  name: "customers",
  feature: "FEATURE_CORE_API",
  routes: customerRoutes,
})
