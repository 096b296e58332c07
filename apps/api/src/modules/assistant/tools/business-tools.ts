import { Allergen, PolicyKey } from "@myhibachi/contract/catalog"
import { z } from "zod"
import { readBusiness, safeItemsFor } from "#modules/catalog/index.ts"
import { readFigures, searchKnowledge } from "#modules/knowledge/index.ts"
import { defineTool } from "./define-tool.ts"

const Nothing = z.object({})

export const policyTool = defineTool({
  name: "policy",
  description:
    "The parameters of one policy in force: deposit, hold, balance, cancellation, reschedule, head_count, weather, tipping, quote, scheduling, host, guests, payment.",
  access: "read",
  needs: "nothing",
  input: z.object({ key: PolicyKey }),
  run: async (_ctx, { key }, scope) => scope.business.parameters[key],
})

export const priceListTool = defineTool({
  name: "price_list",
  description: "Every price of the current price book.",
  access: "read",
  needs: "nothing",
  input: Nothing,
  run: async (_ctx, _input, scope) => scope.business.priceBook.prices,
})

export const menuItemsTool = defineTool({
  name: "menu_items",
  description: "What is on the menu, with ingredients, allergens and prices.",
  access: "read",
  needs: "nothing",
  input: Nothing,
  run: async (_ctx, _input, scope) => scope.business.menu.items,
})

export const allergensOfTool = defineTool({
  name: "allergens_of",
  description: "The ingredients and allergens of one item of the menu.",
  access: "read",
  needs: "nothing",
  input: z.object({ sku: z.string() }),
  run: async (_ctx, { sku }, scope) => scope.business.menu.items.find((item) => item.sku === sku) ?? null,
})

export const safeItemsTool = defineTool({
  name: "safe_items",
  description: "The items whose ingredients hold none of the allergens, with what must be left out for that.",
  access: "read",
  needs: "nothing",
  input: z.object({ allergens: z.array(Allergen).min(1) }),
  run: async (_ctx, { allergens }, scope) => safeItemsFor(scope.business.menu.items, allergens),
})

export const searchKnowledgeTool = defineTool({
  name: "search_knowledge",
  description: "Search the articles of the business for passages about anything else.",
  access: "read",
  needs: "nothing",
  input: z.object({ query: z.string().min(1).max(400), limit: z.int().min(1).max(10).default(5) }),
  run: async (ctx, input) => searchKnowledge(ctx, input, await readFigures(ctx)),
})

export const businessContactTool = defineTool({
  name: "business_contact",
  description: "Name, e-mail address and phone number of the business.",
  access: "read",
  needs: "nothing",
  input: Nothing,
  run: (ctx) => readBusiness(ctx),
})
