import {
  CreateDish,
  CreateIngredient,
  IngredientList,
  SaveDish,
  SaveIngredient,
  StaffIngredient,
  StaffMenu,
  StaffMenuItem,
} from "@myhibachi/contract/menu-editing"
import { z } from "zod"
import { requireIfMatch, setEtag } from "#platform/http/etag.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { readStaffMenu } from "./read-menu.ts"
import { archiveDish, changeDish, createDish, readDish } from "./save-dish.ts"
import { changeIngredient, createIngredient, findIngredients, readIngredient } from "./save-ingredient.ts"

const tags = ["Menu"]
const Id = z.object({ id: z.string().max(64) })
const read = access.staff("catalog:read")
const write = access.staff("catalog:write")

/** Dishes and ingredients. Allergens of a dish are never written: they follow from what it is made of. */
export const menuRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/menu-items",
    access: read,
    summary: "The menu for staff, archived dishes last",
    tags,
    response: StaffMenu,
    handler: (ctx) => readStaffMenu(ctx),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/menu-items",
    access: write,
    summary: "Add a dish",
    tags,
    body: CreateDish,
    response: StaffMenuItem,
    status: 201,
    handler: (ctx, { body }) => createDish(ctx, body),
  }),
  defineRoute({
    method: "PATCH",
    path: "/v1/menu-items/:id",
    access: write,
    summary: "Change a dish's words and recipe",
    tags,
    params: Id,
    body: SaveDish,
    response: StaffMenuItem,
    handler: async (ctx, { params, body, request, reply }) => {
      requireIfMatch(request, (await readDish(ctx, params.id)).version)
      const dish = await changeDish(ctx, { ...body, sku: params.id })
      setEtag(reply, dish.version)
      return dish
    },
  }),
  defineRoute({
    method: "POST",
    path: "/v1/menu-items/:id/archive",
    access: write,
    summary: "Take a dish off the menu and keep its history",
    tags,
    params: Id,
    response: StaffMenuItem,
    handler: (ctx, { params }) => archiveDish(ctx, { sku: params.id }),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/ingredients",
    access: read,
    summary: "Ingredients with their allergens and dishes",
    tags,
    response: IngredientList,
    handler: (ctx) => findIngredients(ctx),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/ingredients",
    access: write,
    summary: "Add an ingredient",
    tags,
    body: CreateIngredient,
    response: StaffIngredient,
    status: 201,
    handler: (ctx, { body }) => createIngredient(ctx, body),
  }),
  defineRoute({
    method: "PUT",
    path: "/v1/ingredients/:id",
    access: write,
    summary: "Change an ingredient, and every dish with it",
    tags,
    params: Id,
    body: SaveIngredient,
    response: StaffIngredient,
    handler: async (ctx, { params, body, request, reply }) => {
      requireIfMatch(request, (await readIngredient(ctx, params.id)).version)
      const ingredient = await changeIngredient(ctx, { ...body, ...params })
      setEtag(reply, ingredient.version)
      return ingredient
    },
  }),
]
