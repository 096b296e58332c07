import type { FastifyInstance } from "fastify"
import type { CalendarStore } from "../caldav/store.ts"
import type { Context } from "../core/context.ts"
import { isVendor } from "../core/faults.ts"
import { toNumber, toObject, toText } from "../core/json.ts"
import type { RingCentralService } from "../ringcentral/start-ringcentral.ts"
import type { Mailbox } from "../smtp/mailbox.ts"
import type { StripeService } from "../stripe/start-stripe.ts"
import { readFault } from "./read-fault.ts"
import { stripeControl } from "./stripe-control.ts"

type Parts = {
  ctx: Context
  stripe: StripeService
  mailbox: Mailbox
  calendars: CalendarStore
  ringcentral: RingCentralService
}

/** The face by which tests and developers steer the sandbox: JSON in, JSON out. */
export async function controlRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  const { ctx, stripe } = parts
  app.get("/_control/health", async () => ({ status: "ok", now: ctx.clock.now().toISOString() }))
  app.post("/_control/reset", async () => {
    ctx.faults.clear()
    ctx.calls.clear()
    ctx.clock.reset()
    stripe.reset()
    parts.mailbox.clear()
    parts.calendars.clear()
    parts.ringcentral.reset()
    return { status: "ok" }
  })
  addClock(app, ctx)
  addFaults(app, ctx)
  addMail(app, parts.mailbox)
  app.get("/_control/calls", async (request) => {
    const { vendor, limit } = toObject(request.query)
    const name = toText(vendor)
    return ctx.calls.list({ ...(isVendor(name) ? { vendor: name } : {}), limit: toNumber(limit) ?? 50 })
  })
  await app.register(stripeControl, { prefix: "/_control/stripe", stripe })
}

function addClock(app: FastifyInstance, ctx: Context): void {
  const shown = () => ({ now: ctx.clock.now().toISOString() })
  app.get("/_control/clock", async () => shown())
  app.post("/_control/clock", async (request, reply) => {
    const { now, advanceSeconds, standing } = toObject(request.body)
    if (now !== undefined) {
      const instant = new Date(toText(now))
      if (Number.isNaN(instant.getTime()))
        return reply.code(400).send({ error: "now must be an ISO instant" })
      ctx.clock.set(instant)
    }
    if (standing === true) ctx.clock.stand()
    if (standing === false) ctx.clock.run()
    if (advanceSeconds !== undefined) ctx.clock.advance((toNumber(advanceSeconds) ?? 0) * 1000)
    return shown()
  })
}

function addFaults(app: FastifyInstance, ctx: Context): void {
  app.get("/_control/faults", async () => ctx.faults.list())
  app.post("/_control/faults", async (request, reply) => {
    const fault = readFault(toObject(request.body))
    if (typeof fault === "string") return reply.code(400).send({ error: fault })
    return reply.code(201).send(ctx.faults.set(fault))
  })
  app.delete("/_control/faults", async (request) => {
    const { id, vendor } = toObject(request.query)
    const name = toText(vendor)
    ctx.faults.clear({
      ...(id === undefined ? {} : { id: toText(id) }),
      ...(isVendor(name) ? { vendor: name } : {}),
    })
    return ctx.faults.list()
  })
}

function addMail(app: FastifyInstance, mailbox: Mailbox): void {
  app.get("/_control/mail", async (request) => {
    const { to, subject, waitMs } = toObject(request.query)
    const which = { to: toText(to), subject: toText(subject) }
    if (waitMs !== undefined) await mailbox.wait(which, Math.min(toNumber(waitMs) ?? 0, 60_000))
    return mailbox.list(which)
  })
  app.delete("/_control/mail", async () => {
    mailbox.clear()
    return []
  })
}
