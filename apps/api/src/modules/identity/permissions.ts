import type { StaffRole } from "@myhibachi/contract/identity"

/** Everything that a route can ask for. `a:read` never changes anything. */
export const PERMISSIONS = [
  "bookings:read",
  "bookings:write",
  "quotes:read",
  "quotes:write",
  "customers:read",
  "customers:write",
  "customers:erase",
  "crew:read",
  "crew:write",
  // What chefs earn: told to payroll and leaders only.
  "chef-pay:read",
  "chef-pay:write",
  // A chef's own parties and pay; the account must be tied to a chef.
  "assignments:own",
  "catalog:read",
  "catalog:write",
  "payments:read",
  "payments:write",
  "payments:refund",
  "conversations:read",
  "conversations:write",
  "assistant:read",
  "assistant:write",
  "knowledge:read",
  "knowledge:write",
  "classroom:read",
  "classroom:write",
  "marketing:read",
  "marketing:write",
  "operations:read",
  "operations:write",
  "flags:write",
  "staff:read",
  "staff:write",
  "audit:read",
] as const
export type Permission = (typeof PERMISSIONS)[number]

const READ = PERMISSIONS.filter((permission) => permission.endsWith(":read"))
const SERVICE_DESK: Permission[] = [
  "bookings:read",
  "bookings:write",
  "quotes:read",
  "quotes:write",
  "customers:read",
  "customers:write",
  "crew:read",
  "catalog:read",
  "payments:read",
  "conversations:read",
  "conversations:write",
  "assistant:read",
  "knowledge:read",
  "classroom:read",
  "operations:read",
  "operations:write",
]

const BY_ROLE: Record<StaffRole, { title: string; permissions: readonly Permission[] }> = {
  owner: { title: "Owner", permissions: PERMISSIONS },
  director: {
    title: "Director",
    permissions: PERMISSIONS.filter((permission) => permission !== "flags:write"),
  },
  manager: {
    title: "Manager",
    permissions: PERMISSIONS.filter(
      (permission) => !["flags:write", "staff:write", "classroom:write"].includes(permission),
    ),
  },
  support: { title: "Support", permissions: SERVICE_DESK },
  dispatcher: {
    title: "Dispatcher",
    permissions: [...SERVICE_DESK, "crew:write", "payments:write"],
  },
  chef: { title: "Chef", permissions: ["assignments:own"] },
  marketing: {
    title: "Marketing",
    permissions: [
      "marketing:read",
      "marketing:write",
      "catalog:read",
      "knowledge:read",
      "knowledge:write",
      "conversations:read",
    ],
  },
  auditor: { title: "Auditor", permissions: READ },
}

const SETS = new Map(
  Object.entries(BY_ROLE).map(([role, { permissions }]) => [role, new Set<string>(permissions)]),
)
const NONE: ReadonlySet<string> = new Set()

/** @returns what the role may do; nothing for a role that is not one. */
export function permissionsOf(role: string): ReadonlySet<string> {
  return SETS.get(role) ?? NONE
}

/** @returns whether the role includes the permission. */
export function hasPermission(role: string, permission: string): boolean {
  return permissionsOf(role).has(permission)
}

/** @returns all roles with their permissions, the most powerful first. */
export function roleMatrix() {
  const roles = Object.entries(BY_ROLE).map(([role, { title, permissions }]) => ({
    role: role as StaffRole, // safe: the record's own keys
    title,
    permissions: [...permissions],
  }))
  return { roles }
}

const RANK: StaffRole[] = [
  "chef",
  "auditor",
  "marketing",
  "support",
  "dispatcher",
  "manager",
  "director",
  "owner",
]

/** @returns whether somebody of `role` may give or take `other`: nobody makes a stronger one than themselves. */
export function mayGrant(role: string, other: StaffRole): boolean {
  return hasPermission(role, "staff:write") && RANK.indexOf(role as StaffRole) >= RANK.indexOf(other)
}
