import { SetTextConsent, TextConsent } from "@myhibachi/contract/texts"
import { z } from "zod"
import { access, defineRoute } from "#platform/http/route.ts"
import { readTextConsent, setTextConsent } from "./text-consent.ts"

const tags = ["texts"]
const params = z.object({ token: z.string().max(300) })
const path = "/v1/public/bookings/:token/text-consent"

/** What a customer says about text messages on the page of their party. */
export const notificationRoutes = [
  defineRoute({
    method: "GET",
    path,
    access: access.link("booking"),
    summary: "Whether I get text messages about my party",
    tags,
    params,
    response: TextConsent,
    handler: (ctx, { linkId }) => readTextConsent(ctx, { bookingId: linkId }),
  }),
  defineRoute({
    method: "PUT",
    path,
    access: access.link("booking"),
    summary: "Agree to text messages about my party, or take it back",
    tags,
    params,
    body: SetTextConsent,
    response: TextConsent,
    handler: (ctx, { linkId, body }) => setTextConsent(ctx, { bookingId: linkId, answer: body }),
  }),
]
