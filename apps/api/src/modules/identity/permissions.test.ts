import { StaffRole } from "@myhibachi/contract/identity"
import { expect, test } from "vitest"
import { enabledFeatures } from "#app/features.ts"
import { applicationModules } from "#app/modules.ts"
import { hasPermission, mayGrant, PERMISSIONS, permissionsOf } from "./permissions.ts"

const routes = applicationModules(enabledFeatures({})).flatMap((module) => module.routes ?? [])

test("every permission that a route asks for exists, and the owner has it", () => {
  const asked = routes.flatMap(({ access }) =>
    access.kind === "staff" && access.permission !== null ? [access.permission] : [],
  )
  expect(asked.length).toBeGreaterThan(20)
  for (const permission of asked) {
    expect(PERMISSIONS).toContain(permission)
    expect(hasPermission("owner", permission)).toBe(true)
  }
})

test("the auditor reads everything and changes nothing", () => {
  for (const permission of PERMISSIONS)
    expect(hasPermission("auditor", permission)).toBe(permission.endsWith(":read"))
})

test("a role that does not exist may do nothing", () => {
  expect(permissionsOf("emperor").size).toBe(0)
  expect(permissionsOf("toString").size).toBe(0)
})

test("nobody makes somebody stronger than themselves", () => {
  expect(StaffRole.options.filter((role) => mayGrant("director", role))).not.toContain("owner")
  expect(StaffRole.options.filter((role) => mayGrant("owner", role))).toEqual(StaffRole.options)
  expect(StaffRole.options.filter((role) => mayGrant("manager", role))).toEqual([])
})
