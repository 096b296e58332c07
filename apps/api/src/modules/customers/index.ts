import { defineModule } from "#platform/module.ts"
import { collectCopy, dropExpiredCopies } from "./privacy/export-customer.ts"
import { customersPersonalData } from "./privacy/personal-data.ts"
import { privacyRoutes } from "./privacy/routes.ts"
import { customerRoutes } from "./routes.ts"
import { customerSubscriptions } from "./subscriptions.ts"

export { rememberAddress } from "./addresses/keep-addresses.ts"
export { addNote, writeNote } from "./change-customer.ts"
export { readConsents } from "./consents/read-consents.ts"
export { setConsent } from "./consents/set-consent.ts"
export { isPerson } from "./family.ts"
export { findCustomers, readContact, readCustomer } from "./find-customers.ts"
export { type CustomerRow, findCustomerByContact, findOrCreateCustomer } from "./find-or-create-customer.ts"
export { forgetUnusedCustomer } from "./forget-customer.ts"
export { type ContactKey, normaliseContact } from "./normalise-contact.ts"
export { type NamedPerson, readNames } from "./read-names.ts"
export { requireCustomer } from "./require-customer.ts"
export { addTimelineEntry, type NewTimelineEntry, readTimeline } from "./timeline.ts"

export const customersModule = defineModule({
  name: "customers",
  feature: "FEATURE_CORE_API",
  routes: [...customerRoutes, ...privacyRoutes],
  jobs: [collectCopy],
  schedules: [dropExpiredCopies],
  personalData: customersPersonalData,
  subscriptions: customerSubscriptions,
})
