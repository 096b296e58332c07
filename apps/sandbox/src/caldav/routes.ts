import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "../core/context.ts"
import { toObject, toText } from "../core/json.ts"
import { addVendorGate } from "../core/vendor-gate.ts"
import { multistatus, type Resource } from "./multistatus.ts"
import { askedHrefs, askedProperties, askedSpan, readXml } from "./read-xml.ts"
import {
  base,
  calendarResource,
  homeResource,
  objectResource,
  principalResource,
  rootResource,
} from "./resources.ts"
import { type CalendarObject, type CalendarStore, calendarNames } from "./store.ts"
import { touchesSpan } from "./touches-span.ts"

type Parts = { ctx: Context; store: CalendarStore }

/** A CalDAV server (RFC 4791) with Basic log-in: any name, any password but `wrong`. */
export async function caldavRoutes(app: FastifyInstance, { ctx, store }: Parts): Promise<void> {
  for (const method of ["PROPFIND", "REPORT"]) app.addHttpMethod(method, { hasBody: true })
  for (const type of ["application/xml", "text/xml", "text/calendar"])
    app.addContentTypeParser(type, { parseAs: "string" }, (_request, body, done) => done(null, body))
  addVendorGate(app, ctx, { vendor: "caldav", error: (code, message) => ({ code, message }) })
  app.addHook("onRequest", async (request, reply) => {
    if (userOf(request) !== undefined || request.url.startsWith("/.well-known/")) return
    return reply.code(401).header("www-authenticate", 'Basic realm="Sandbox calendars"').send()
  })
  app.route({
    method: ["GET", "PROPFIND"],
    url: "/.well-known/caldav",
    handler: async (_request, reply) => reply.redirect(`${base}/`, 301),
  })
  addFinding(app, store)
  addObjects(app, store)
}

/** Who is signed in; undefined without a name, or with the password `wrong`. */
function userOf(request: FastifyRequest): string | undefined {
  const [scheme, code = ""] = (request.headers.authorization ?? "").split(" ")
  const [user = "", ...password] = Buffer.from(code, "base64").toString("utf8").split(":")
  return scheme === "Basic" && user !== "" && password.join(":") !== "wrong" ? user : undefined
}

function addFinding(app: FastifyInstance, store: CalendarStore): void {
  const find = (url: string, read: (user: string, request: FastifyRequest) => Resource[]) =>
    app.route({
      method: "PROPFIND",
      url,
      handler: async (request, reply) => {
        const user = userOf(request) ?? ""
        const { user: named } = toObject(request.params)
        const found = named === undefined || named === user ? read(user, request) : []
        if (found.length === 0) return reply.code(404).send()
        return sendStatus(reply, multistatus(found, askedProperties(readXml(request.body).content)))
      },
    })
  const isDeep = (request: FastifyRequest) => request.headers.depth !== "0"
  find(`${base}/`, (user) => [rootResource(user)])
  find(`${base}/principals/:user/`, (user) => [principalResource(user)])
  find(`${base}/calendars/:user/`, (user, request) => [
    homeResource(user),
    ...(isDeep(request) ? calendarNames.flatMap(([id]) => calendarResource(store, user, id) ?? []) : []),
  ])
  find(`${base}/calendars/:user/:calendar/`, (user, request) => {
    const calendar = toText(toObject(request.params).calendar)
    const found = calendarResource(store, user, calendar)
    if (!found) return []
    return [found, ...(isDeep(request) ? store.list(user, calendar).map(objectResource) : [])]
  })
}

function addObjects(app: FastifyInstance, store: CalendarStore): void {
  app.route({
    method: "REPORT",
    url: `${base}/calendars/:user/:calendar/`,
    handler: async (request, reply) => {
      const { user, calendar } = placeOf(request)
      if (!user || !calendarResource(store, user, calendar)) return reply.code(404).send()
      const { name, content } = readXml(request.body)
      const objects = chosenBy(name, content, store.list(user, calendar))
      if (!objects) return reply.code(403).send("<D:error xmlns:D='DAV:'><D:supported-report/></D:error>")
      return sendStatus(reply, multistatus(objects.map(objectResource), askedProperties(content)))
    },
  })
  const url = `${base}/calendars/:user/:calendar/:name`
  app.get(url, async (request, reply) => {
    const found = findObject(store, request)
    if (!found) return reply.code(404).send()
    return reply.header("etag", found.etag).type("text/calendar; charset=utf-8").send(found.text)
  })
  app.put(url, async (request, reply) => {
    const { user, calendar, name } = placeOf(request)
    if (!user || !calendarResource(store, user, calendar)) return reply.code(409).send()
    const before = findObject(store, request)
    if (isRefused(request, before)) return reply.code(412).send()
    const text = toText(request.body)
    if (!/^BEGIN:VCALENDAR/m.test(text)) return reply.code(415).send("An iCalendar object is expected.")
    const { etag } = store.put(user, calendar, name, text)
    return reply
      .code(before ? 204 : 201)
      .header("etag", etag)
      .send()
  })
  app.delete(url, async (request, reply) => {
    const { user, calendar, name } = placeOf(request)
    const before = findObject(store, request)
    if (!user || !before) return reply.code(404).send()
    if (isRefused(request, before)) return reply.code(412).send()
    store.remove(user, calendar, name)
    return reply.code(204).send()
  })
}

function chosenBy(
  report: string,
  content: ReturnType<typeof readXml>["content"],
  objects: CalendarObject[],
): CalendarObject[] | undefined {
  if (report === "calendar-query") {
    const span = askedSpan(content)
    return objects.filter(({ text }) => touchesSpan(text, span))
  }
  if (report !== "calendar-multiget") return undefined
  const names = new Set(askedHrefs(content).map((href) => decodeURIComponent(href.split("/").at(-1) ?? "")))
  return objects.filter(({ name }) => names.has(name))
}

/** The place that the address names; nobody reaches another's. */
function placeOf(request: FastifyRequest): { user: string; calendar: string; name: string } {
  const { user, calendar, name } = toObject(request.params)
  return {
    user: user === userOf(request) ? toText(user) : "",
    calendar: toText(calendar),
    name: toText(name),
  }
}

function findObject(store: CalendarStore, request: FastifyRequest): CalendarObject | undefined {
  const { user, calendar, name } = placeOf(request)
  return store.find(user, calendar, name)
}

function isRefused(request: FastifyRequest, before: CalendarObject | undefined): boolean {
  const { "if-match": match, "if-none-match": noneMatch } = request.headers
  if (noneMatch === "*" && before) return true
  return match !== undefined && match !== before?.etag
}

function sendStatus(reply: FastifyReply, xml: string): FastifyReply {
  return reply.code(207).header("dav", "1, calendar-access").type("application/xml; charset=utf-8").send(xml)
}
