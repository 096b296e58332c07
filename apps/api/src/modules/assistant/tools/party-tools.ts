import { AvailabilityQuery, TravelFeeRequest } from "@myhibachi/contract/availability"
import { AddressInput } from "@myhibachi/contract/customers"
import { QuoteRequest } from "@myhibachi/contract/quote"
import { z } from "zod"
import { checkServiceArea, findAvailability, quoteParty, travelFee } from "#modules/booking/index.ts"
import { defineTool } from "./define-tool.ts"

export const quotePartyTool = defineTool({
  name: "quote_party",
  description:
    "Price a party: guests, upgrades, add-ons, date, time and place. Gives an itemised quote and what is missing.",
  access: "read",
  needs: "nothing",
  input: QuoteRequest,
  run: (ctx, input, scope) => quoteParty(ctx, { ...input, conversationId: scope.conversation.id }),
})

export const findStartsTool = defineTool({
  name: "find_starts",
  description:
    "Find the starts with enough chefs free on a day or in a range of days, for a party size and place.",
  access: "read",
  needs: "nothing",
  input: AvailabilityQuery,
  run: (ctx, input) => findAvailability(ctx, input),
})

export const travelFeeTool = defineTool({
  name: "travel_fee",
  description: "The travel fee to an address, city or ZIP code, or for a stated number of miles.",
  access: "read",
  needs: "nothing",
  input: TravelFeeRequest,
  run: (ctx, input) => travelFee(ctx, input),
})

export const serviceAreaTool = defineTool({
  name: "service_area",
  description: "Whether we come to a place, and from which station.",
  access: "read",
  needs: "nothing",
  input: z.object({ address: AddressInput.shape.text }),
  run: (ctx, input) => checkServiceArea(ctx, input),
})
