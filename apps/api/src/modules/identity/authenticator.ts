import type { Authenticator } from "#platform/http/authenticator.ts"
import { readCustomerSession } from "./customer-session.ts"
import { permissionsOf } from "./permissions.ts"
import { readStaffSession } from "./read-session.ts"

/** @returns who a request comes from; every request asks the database, so that a revocation counts at once. */
export function createAuthenticator(): Authenticator {
  return {
    staff: async (request, ctx) => {
      const session = await readStaffSession(ctx, request)
      if (!session) return null
      const { userId, role, name, email, chefId } = session
      const actor = { kind: "staff", userId, role, name, email, ...(chefId ? { chefId } : {}) } as const
      return { actor, permissions: permissionsOf(role) }
    },
    customer: async (request, ctx) => {
      const session = await readCustomerSession(ctx, request)
      return session ? { kind: "customer", customerId: session.customerId, via: "code" } : null
    },
  }
}
