import type { Context } from "#platform/context.ts"
import type { ReadCorrespondence } from "#platform/correspondence.ts"
import type { Route } from "#platform/http/route.ts"
import type { Subscription } from "#platform/jobs/events.ts"
import type { JobDefinition, ScheduleDefinition } from "#platform/jobs/jobs.ts"
import type { PersonalData } from "#platform/personal-data.ts"

/** What a capability gives to the application. A module whose feature is off gives nothing. */
export interface Module {
  name: string
  /** The flag that it stands behind; absent for what is always there. */
  feature?: string
  /** The flag that it stands in for while that is off. */
  unless?: string
  routes?: Route[]
  jobs?: JobDefinition[]
  schedules?: ScheduleDefinition[]
  subscriptions?: Subscription[]
  /** What it keeps about people; counts also while the feature is off, because the rows are still there. */
  personalData?: PersonalData
  /** What it carried between a customer and us. */
  correspondence?: ReadCorrespondence
  /** Loads what the first request would otherwise wait for; called before the process takes traffic. */
  warmUp?(): void
  /** Writes the sample business; must do nothing when it is there already. */
  seed?(ctx: Context): Promise<void>
}

/** @returns the module as given; exists so that a module's face is easy to find. */
export function defineModule(module: Module): Module {
  return module
}
