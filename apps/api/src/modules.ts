import type { Authenticator } from "#platform/http/authenticator.ts"
import type { Module } from "#platform/module.ts"

const ALL: Module[] = []

/** @returns the modules whose feature is on, earlier ones first. */
export function applicationModules(features: ReadonlySet<string>): Module[] {
  return ALL.filter((module) => module.feature === undefined || features.has(module.feature))
}

export function createAuthenticator(): Authenticator {
  return { staff: async () => null, customer: async () => null }
}
