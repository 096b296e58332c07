import { defineModule } from "#platform/module.ts"
import { sendInvitation } from "./invitations.ts"
import { sendPasswordReset } from "./passwords.ts"
import { identityPersonalData } from "./personal-data.ts"
import { authRoutes } from "./routes-auth.ts"
import { staffRoutes } from "./routes-staff.ts"
import { savedViewRoutes } from "./saved-views/routes.ts"
import { seedStaff } from "./seed-staff.ts"

export { createAuthenticator } from "./authenticator.ts"
export { closeCustomerSession, openCustomerSession, readCustomerSession } from "./customer-session.ts"
export { hasPermission } from "./permissions.ts"
export { addSampleChefs } from "./seed-staff.ts"
export { listStaff } from "./staff.ts"

/** Staff accounts, roles, sessions; and the short sessions of customers. */
export const identityModule = defineModule({
  name: "identity",
  personalData: identityPersonalData,
  routes: [...authRoutes, ...staffRoutes, ...savedViewRoutes],
  jobs: [sendInvitation, sendPasswordReset],
  seed: seedStaff,
})
