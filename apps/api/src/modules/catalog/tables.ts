import type {
  Allergen,
  IngredientOrigin,
  MenuItemKind,
  PolicyKey,
  PriceUnit,
  RecipeUnit,
} from "@myhibachi/contract/catalog"
import type { LineClass } from "@myhibachi/contract/tax"
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** One row: who the customers deal with. */
export const business = pgTable("catalog_business", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  phone: text().notNull(),
  website: text().notNull(),
  currency: text().$type<"USD">().notNull(),
  /** True about the kitchen whatever is chosen. */
  kitchenNotices: jsonb("kitchen_notices").$type<string[]>().notNull(),
})

export const priceBooks = pgTable("catalog_price_books", {
  id: text().primaryKey(),
  version: integer().notNull().unique(),
  name: text().notNull(),
  status: text().$type<"draft" | "published">().notNull(),
  effectiveFrom: instant("effective_from"),
  publishedAt: instant("published_at"),
  /** Grows with each change of a draft. */
  revision: integer().notNull().default(1),
  createdAt: instant("created_at").notNull(),
  createdBy: text("created_by").notNull(),
})

export const prices = pgTable(
  "catalog_prices",
  {
    priceBookId: text("price_book_id")
      .notNull()
      .references(() => priceBooks.id),
    sku: text().notNull(),
    name: text().notNull(),
    unit: text().$type<PriceUnit>().notNull(),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.priceBookId, table.sku] })],
)

/** Published rule texts with their parameters; rows never change. */
export const policies = pgTable(
  "catalog_policies",
  {
    id: text().primaryKey(),
    key: text().$type<PolicyKey>().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    parameters: jsonb().$type<Record<string, unknown>>().notNull(),
    textHash: text("text_hash").notNull(),
    effectiveFrom: instant("effective_from").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: text("published_by").notNull(),
  },
  (table) => [unique("catalog_policies_version").on(table.key, table.version)],
)

export const ingredients = pgTable("catalog_ingredients", {
  id: text().primaryKey(),
  name: text().notNull(),
  origin: text().$type<IngredientOrigin>().notNull(),
  allergens: jsonb().$type<Allergen[]>().notNull(),
  /** Left out when the customer asks. */
  isRemovable: boolean("is_removable").notNull(),
  /** What the kitchen buys and weighs it in. */
  unit: text().$type<RecipeUnit>().notNull().default("g"),
  version: integer().notNull().default(1),
})

export const menuItems = pgTable("catalog_menu_items", {
  sku: text().primaryKey(),
  name: text().notNull(),
  kind: text().$type<MenuItemKind>().notNull(),
  description: text().notNull(),
  position: integer().notNull(),
  version: integer().notNull().default(1),
  archivedAt: instant("archived_at"),
})

export const menuItemIngredients = pgTable(
  "catalog_menu_item_ingredients",
  {
    sku: text()
      .notNull()
      .references(() => menuItems.sku),
    ingredientId: text("ingredient_id")
      .notNull()
      .references(() => ingredients.id),
    position: integer().notNull(),
    /** What one portion takes, in tenths of the ingredient's unit; 0 while nobody has weighed it. */
    amountTenths: integer("amount_tenths").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.sku, table.ingredientId] })],
)

/** Dated rates; rows never change, a newer one counts from its date on. */
export const taxRates = pgTable(
  "catalog_tax_rates",
  {
    id: text().primaryKey(),
    jurisdiction: text().notNull(),
    /** Two letters. */
    state: text().notNull(),
    /** Null for the rest of the state. */
    city: text(),
    lineClass: text("line_class").$type<LineClass>().notNull(),
    basisPoints: integer("basis_points").notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
  },
  (table) => [
    index("catalog_tax_rates_place").on(table.state, table.city),
    unique("catalog_tax_rates_dated")
      .on(table.state, table.city, table.lineClass, table.validFrom)
      .nullsNotDistinct(),
  ],
)
