import { defineModule } from "#platform/module.ts"
import { catalogRoutes } from "./routes.ts"
import { seedCatalog } from "./seed-catalog.ts"

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
export { draftPriceBook, publishPriceBook, setPrice } from "./manage-price-books.ts"
export { type BusinessRecord, readBusiness } from "./read-business.ts"
export { type RecipePart, readRecipes } from "./read-recipes.ts"

export const catalogModule = defineModule({
  name: "catalog",
  feature: "FEATURE_CORE_API",
  routes: catalogRoutes,
  seed: seedCatalog,
})
