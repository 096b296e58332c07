import { defineModule } from "#platform/module.ts"
import { crewRoutes } from "./routes.ts"
import { seedCrew } from "./seed-crew.ts"

export { type ClaimChefs, claimChefs } from "./claim-chefs.ts"
export { datesBetween } from "./expand-shifts.ts"
export {
  announceStationChange,
  findNearestStation,
  findStations,
  listChefs,
  listStations,
  type NearestStation,
  presentStation,
  requireStation,
  type StationRow,
} from "./find-stations.ts"
export { forgetRecentPlaces, locatePlace, type MeasuredLeg, measureLeg } from "./locate-place.ts"
export { type PartyShare, shareParty } from "./ranking/share-party.ts"
export { findClaimsOfBookings } from "./read-calendar.ts"
export { type ChefVerdict, type CrewWindow, judgeCrew, type PartyStop, readCrewWindow } from "./read-crew.ts"
export { readUtilisation, type Utilisation } from "./read-utilisation.ts"
export { extendClaims, keepClaims, releaseClaims } from "./release-claims.ts"

export const crewModule = defineModule({
  name: "crew",
  feature: "FEATURE_CORE_API",
  routes: crewRoutes,
  seed: seedCrew,
})
