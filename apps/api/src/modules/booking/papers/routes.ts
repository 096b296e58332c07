import { ShoppingList, ShoppingListQuery } from "@myhibachi/contract/party-guests"
import { z } from "zod"
import { sendPaper } from "#platform/documents/send-paper.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { writeJobPaper, writePrepPaper } from "./write-kitchen-papers.ts"
import { writeQuotePaper } from "./write-quote-paper.ts"
import { writeShoppingList, writeShoppingPaper } from "./write-shopping-list.ts"

const Id = z.object({ id: z.string().max(64) })
const Revision = z.object({ revision: z.coerce.number().int().min(1).optional() })

/** What is printed or sent: quotes for customers, sheets for the crew and the kitchen. */
export const paperRoutes = [
  defineRoute({
    method: "GET",
    path: "/v1/quotes/:id/pdf",
    access: access.staff("quotes:read"),
    summary: "A quote's revision on paper",
    tags: ["Quotes"],
    params: Id,
    query: Revision,
    handler: async (ctx, { params, query, reply }) =>
      sendPaper(
        reply,
        await writeQuotePaper(ctx, { quoteId: params.id, revision: query.revision }),
        `quote-${params.id}`,
      ),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/public/quotes/:token/pdf",
    access: access.link("quote"),
    summary: "A quote on paper",
    tags: ["Booking by customers"],
    handler: async (ctx, { linkId, reply }) =>
      sendPaper(reply, await writeQuotePaper(ctx, { quoteId: linkId }), "hibachi-quote"),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/prep-sheet/pdf",
    access: access.staff("bookings:read"),
    summary: "What the kitchen packs, with the allergies guest by guest",
    tags: ["Bookings"],
    params: Id,
    handler: async (ctx, { params, reply }) =>
      sendPaper(reply, await writePrepPaper(ctx, { bookingId: params.id }), `prep-sheet-${params.id}`),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/bookings/:id/job-sheet/pdf",
    access: access.staff("bookings:read"),
    summary: "The chef's sheet",
    tags: ["Bookings"],
    params: Id,
    handler: async (ctx, { params, reply }) =>
      sendPaper(reply, await writeJobPaper(ctx, { bookingId: params.id }), `job-sheet-${params.id}`),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/shopping-list",
    access: access.staff("bookings:read"),
    summary: "What all parties of a day need together",
    tags: ["Bookings"],
    query: ShoppingListQuery,
    response: ShoppingList,
    handler: (ctx, { query }) => writeShoppingList(ctx, query),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/shopping-list/pdf",
    access: access.staff("bookings:read"),
    summary: "The shopping list of a day on paper",
    tags: ["Bookings"],
    query: ShoppingListQuery,
    handler: async (ctx, { query, reply }) =>
      sendPaper(reply, await writeShoppingPaper(ctx, query), `shopping-${query.date}`),
  }),
]
