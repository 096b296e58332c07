import { assistantModule } from "#modules/assistant/index.ts"
import { bookingModule } from "#modules/booking/index.ts"
import { catalogModule } from "#modules/catalog/index.ts"
import { classroomModule } from "#modules/classroom/index.ts"
import { conversationsModule, peopleChatModule } from "#modules/conversations/index.ts"
import { crewModule } from "#modules/crew/index.ts"
import { customerAccessModule } from "#modules/customer-access/index.ts"
import { customersModule } from "#modules/customers/index.ts"
import { exchangeModule } from "#modules/exchange/index.ts"
import { identityModule } from "#modules/identity/index.ts"
import { knowledgeModule } from "#modules/knowledge/index.ts"
import { leadsModule } from "#modules/leads/index.ts"
import { mailModule } from "#modules/mail/index.ts"
import { notificationsModule } from "#modules/notifications/index.ts"
import { operationsModule } from "#modules/operations/index.ts"
import { cardPaymentsModule, paymentsModule } from "#modules/payments/index.ts"
import { reportsModule } from "#modules/reports/index.ts"
import { tasksModule } from "#modules/tasks/index.ts"
import { textsModule } from "#modules/texts/index.ts"
import type { ReadCorrespondence } from "#platform/correspondence.ts"
import type { Module } from "#platform/module.ts"
import type { PersonalData } from "#platform/personal-data.ts"
import { platformPersonalData } from "#platform/personal-data-of-platform.ts"

export { createAuthenticator } from "#modules/identity/index.ts"

const ALL: Module[] = [
  mailModule,
  identityModule,
  tasksModule,
  catalogModule,
  customersModule,
  textsModule,
  customerAccessModule,
  crewModule,
  bookingModule,
  paymentsModule,
  cardPaymentsModule,
  reportsModule,
  notificationsModule,
  knowledgeModule,
  conversationsModule,
  peopleChatModule,
  classroomModule,
  assistantModule,
  leadsModule,
  exchangeModule,
  operationsModule,
]

/** @returns what all modules keep about people, also those whose feature is off. */
export function personalDataOfModules(): PersonalData[] {
  return [...ALL.flatMap((module) => module.personalData ?? []), platformPersonalData]
}

/** @returns what all modules carried between customers and us. */
export function correspondenceOfModules(): ReadCorrespondence[] {
  return ALL.flatMap((module) => module.correspondence ?? [])
}

/** @returns the modules whose feature is on, and those that stand in for one that is off; earlier ones first. */
export function applicationModules(features: ReadonlySet<string>): Module[] {
  return ALL.filter(
    ({ feature, unless }) =>
      (feature === undefined || features.has(feature)) && (unless === undefined || !features.has(unless)),
  )
}
