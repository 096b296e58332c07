import { defineModule } from "#platform/module.ts"
import { menuRoutes } from "./menu/routes.ts"
import { promotionRoutes } from "./promotions/routes.ts"
import { publishingRoutes } from "./publishing-routes.ts"
import { catalogRoutes } from "./routes.ts"
import { seedCatalog } from "./seed-catalog.ts"

export { addTaxRate } from "./add-tax-rate.ts"
export { allergensOf, type SafeItem, safeItemsFor } from "./allergens.ts"
export {
  type CurrentPolicies,
  currentCatalog,
  currentPolicies,
  currentPriceBook,
  policiesById,
  priceBookById,
} from "./current-catalog.ts"
export { findMenu } from "./find-menu.ts"
export { findTaxRates, taxRatesById } from "./find-tax-rates.ts"
export { publishPolicy } from "./manage-policies.ts"
export { draftPriceBook, publishPriceBook, readPriceBook, setPrice } from "./manage-price-books.ts"
export { pricesOnSale } from "./menu/archived.ts"
export { menuChanged } from "./menu/events.ts"
export { tryMenuChange } from "./menu/preview-change.ts"
export {
  nameOf,
  type PromotionRow,
  promiseOf,
  refuseMoment,
  refuseParty,
  termsOf,
} from "./promotions/conditions.ts"
export { findAutomaticPromotions, findPromotionByCode } from "./promotions/find-promotions.ts"
export { createPromotion } from "./promotions/manage-promotions.ts"
export {
  countPromotion,
  refuseLatePromotion,
  refuseUsedUp,
  releasePromotion,
  reservePromotion,
} from "./promotions/use-promotion.ts"
export { type BusinessRecord, readBusiness } from "./read-business.ts"
export { type RecipePart, readRecipes } from "./read-recipes.ts"
export { sampleSince } from "./sample-since.ts"

export const catalogModule = defineModule({
  name: "catalog",
  feature: "FEATURE_CORE_API",
  routes: [...catalogRoutes, ...publishingRoutes, ...menuRoutes, ...promotionRoutes],
  seed: seedCatalog,
})
