import type { Config } from "#app/config.ts"
import type { ReadCorrespondence } from "#platform/correspondence.ts"
import type { Database } from "#platform/database/database.ts"
import type { NewId } from "#platform/ids.ts"
import type { Jobs } from "#platform/jobs/jobs.ts"
import type { Live } from "#platform/live.ts"
import type { Logger } from "#platform/log.ts"
import type { PersonalData } from "#platform/personal-data.ts"
import type { Clock, Temporal } from "#platform/time.ts"

/** Who acts. Tools of an agent act with the rights of the customer they speak for, never more. */
export type Actor =
  | { kind: "system"; name: string }
  | { kind: "staff"; userId: string; role: string; name: string; email: string; chefId?: string }
  | { kind: "customer"; customerId: string; via: "link" | "code" | "conversation" }
  | { kind: "visitor"; conversationId?: string }
  | {
      kind: "agent"
      agent: string
      onBehalfOf:
        | { kind: "customer"; customerId: string; via: "link" | "code" | "conversation" }
        | { kind: "visitor"; conversationId?: string }
    }

/** Ports to the outside. Each port file adds its own member: `declare module "#platform/context.ts" { interface Providers { maps: Maps } }`. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by declaration merging in the port files
export interface Providers {}

/** What outlives one request: made once in app.ts. */
export interface Services {
  config: Config
  clock: Clock
  newId: NewId
  jobs: Jobs
  live: Live
  providers: Providers
  /** What each module keeps about people, earlier modules first. */
  personalData: readonly PersonalData[]
  /** What each module carried between customers and us. */
  correspondence: readonly ReadCorrespondence[]
  isEnabled(flag: string): boolean
}

/** Everything a verb may use. Made per request, job or tool call; a transaction makes a narrower one. */
export interface Context {
  /** The database, or the running transaction. Reading the outer one inside a transaction throws. */
  readonly db: Database
  /** A read replica where there is one, the primary otherwise; never for a read that a write depends on. */
  readonly replica: Database
  readonly actor: Actor
  readonly requestId: string
  readonly log: Logger
  readonly services: Services
  readonly providers: Providers
  now(): Temporal.Instant
  newId: NewId
  /** The same context with another actor, for an agent that acts on behalf of a customer. */
  as(actor: Actor): Context
  /** Runs inside the transaction as its last work; without a transaction at once. */
  beforeCommit(work: () => Promise<void>): Promise<void>
  /** Runs after the transaction has committed; only for hints that may be lost, such as live updates. */
  afterCommit(effect: () => void): void
}

/** @returns a short name of the actor for audit rows and histories, for example `staff:usr_1`. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "system":
      return `system:${actor.name}`
    case "staff":
      return `staff:${actor.userId}`
    case "customer":
      return `customer:${actor.customerId}`
    case "visitor":
      return `visitor:${actor.conversationId ?? "anonymous"}`
    case "agent":
      return `agent:${actor.agent} for ${actorName(actor.onBehalfOf)}`
    default:
      return actor satisfies never
  }
}
