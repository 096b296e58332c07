import type { StaffRole } from "@myhibachi/contract/identity"

/** Roles as people call them. */
export const roleTitle: Record<StaffRole, string> = {
  owner: "Owner",
  director: "Director",
  manager: "Manager",
  support: "Support",
  dispatcher: "Dispatcher",
  chef: "Chef",
  marketing: "Marketing",
  auditor: "Auditor (read only)",
}
