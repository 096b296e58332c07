import { defineModule } from "#platform/module.ts"
import { areaRoutes } from "./areas/routes.ts"
import { chefRoutes, hoursRoutes } from "./chefs/routes.ts"
import { externalRoutes } from "./external/routes.ts"
import { syncCalendarJob, syncSchedule } from "./external/sync-calendar.ts"
import { feedRoutes } from "./feed/routes.ts"
import { payRoutes } from "./pay/routes.ts"
import { crewPersonalData } from "./personal-data.ts"
import { crewRoutes } from "./routes.ts"
import { seedCrew } from "./seed-crew.ts"
import { stationRoutes } from "./stations/routes.ts"
import { ownTimeOffRoutes, timeOffRoutes } from "./time-off/routes.ts"
import { travelRoutes } from "./travel/routes.ts"

export { findServer, type ServerOfPlace } from "./areas/find-server.ts"
export { claimNamedChef, claimNextChefs } from "./assignments/claim-for-party.ts"
export {
  type AssignmentRow,
  findAssignments,
  findAssignmentsOfChef,
  findChefsWhoCooked,
  presentAssignments,
  requireAssignment,
  requireOwnAssignment,
  servedOf,
} from "./assignments/read-assignments.ts"
export {
  recordCheckIn,
  recordIncident,
  recordResponse,
  recordServed,
} from "./assignments/record-assignment.ts"
export { requireChefId } from "./assignments/require-chef.ts"
export { listChefs } from "./chefs/find-chefs.ts"
export { type ClaimChefs, claimChefs } from "./claim-chefs.ts"
export { chefReplaced } from "./events.ts"
export { datesBetween } from "./expand-shifts.ts"
export {
  announceStationChange,
  findStations,
  listStations,
  presentStation,
  requireStation,
  type StationRow,
} from "./find-stations.ts"
export { findTightDays } from "./find-tight-days.ts"
export { forgetRecentPlaces, locatePlace, type MeasuredLeg, measureLeg } from "./locate-place.ts"
export { payForParty, repayService, shareTip, type TipShare, takeBackTip } from "./pay/write-pay.ts"
export { type CrewedParty, findCandidates } from "./ranking/find-candidates.ts"
export { type PartyShare, shareParty } from "./ranking/share-party.ts"
export { findClaimsOfBookings } from "./read-calendar.ts"
export { type ChefVerdict, type CrewWindow, judgeCrew, type PartyStop, readCrewWindow } from "./read-crew.ts"
export { readUtilisation, type Utilisation } from "./read-utilisation.ts"
export { extendClaims, keepClaims, releaseClaims } from "./release-claims.ts"
export { approveTimeOff } from "./time-off/decide-time-off.ts"
export { requestTimeOff } from "./time-off/request-time-off.ts"

export const crewModule = defineModule({
  name: "crew",
  personalData: crewPersonalData,
  feature: "FEATURE_CORE_API",
  routes: [
    ...crewRoutes,
    ...stationRoutes,
    ...areaRoutes,
    ...travelRoutes,
    ...chefRoutes,
    ...hoursRoutes,
    ...feedRoutes,
    ...externalRoutes,
    ...ownTimeOffRoutes,
    ...timeOffRoutes,
    ...payRoutes,
  ],
  jobs: [syncCalendarJob],
  schedules: [syncSchedule],
  seed: seedCrew,
})
