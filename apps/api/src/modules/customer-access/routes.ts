import { Accepted, CustomerSession, RequestCustomerCode, SignInCustomer } from "@myhibachi/contract/identity"
import { closeCustomerSession, readCustomerSession } from "#modules/identity/index.ts"
import { notFound } from "#platform/errors.ts"
import { access, defineRoute } from "#platform/http/route.ts"
import { requestAccessCode, signInCustomer } from "./send-code.ts"

const tags = ["customer access"]

export const customerAccessRoutes = [
  defineRoute({
    method: "POST",
    path: "/v1/customer/codes",
    access: access.public(),
    summary: "Ask for a one-time code by mail",
    tags,
    rateLimit: { max: 5, perSeconds: 60 },
    body: RequestCustomerCode,
    response: Accepted,
    status: 202,
    handler: (ctx, { body }) => requestAccessCode(ctx, body),
  }),
  defineRoute({
    method: "POST",
    path: "/v1/customer/sessions",
    access: access.public(),
    summary: "Sign in with the code",
    tags,
    rateLimit: { max: 10, perSeconds: 60 },
    body: SignInCustomer,
    response: CustomerSession,
    status: 201,
    handler: (ctx, { body, reply }) => signInCustomer(ctx, body, reply),
  }),
  defineRoute({
    method: "GET",
    path: "/v1/customer/sessions/current",
    access: access.customer(),
    summary: "Who I am",
    tags,
    response: CustomerSession,
    handler: async (ctx, { request }) => {
      const session = await readCustomerSession(ctx, request)
      if (!session) throw notFound("session", "current")
      return session
    },
  }),
  defineRoute({
    method: "DELETE",
    path: "/v1/customer/sessions/current",
    access: access.customer(),
    summary: "Sign out",
    tags,
    status: 204,
    handler: (ctx, { request, reply }) => closeCustomerSession(ctx, request, reply),
  }),
]
