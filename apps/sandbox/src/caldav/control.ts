import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { Context } from "../core/context.ts"
import { type JsonObject, toObject, toText } from "../core/json.ts"
import { type Html, html } from "../pages/html.ts"
import { navigation } from "../pages/navigation.ts"
import { sendPage } from "../pages/page.ts"
import { type CalendarStore, calendarNames } from "./store.ts"
import { readEvents } from "./touches-span.ts"

type Parts = { ctx: Context; store: CalendarStore }

/** Lets tests and people put entries into somebody's calendar, and look at it. */
export async function caldavControl(app: FastifyInstance, { ctx, store }: Parts): Promise<void> {
  app.get("/_control/caldav/:user/:calendar", async (request) => {
    const { user, calendar } = toObject(request.params)
    return store.list(toText(user), toText(calendar)).map(({ name, etag, text }) => ({ name, etag, text }))
  })
  app.post("/_control/caldav/:user/:calendar", async (request, reply) => {
    const entry = addEntry(ctx, store, request)
    if (typeof entry === "string") return reply.code(400).send({ error: entry })
    return reply.code(201).send(entry)
  })
  app.delete("/_control/caldav/:user/:calendar/:name", async (request, reply) => {
    const { user, calendar, name } = toObject(request.params)
    store.remove(toText(user), toText(calendar), toText(name))
    return reply.code(204).send()
  })
  app.get("/calendars", async (request, reply) => showCalendars(store, request, reply))
  app.post("/calendars/:user/:calendar", async (request, reply) => {
    const { user } = toObject(request.params)
    const entry = addEntry(ctx, store, request)
    const problem = typeof entry === "string" ? `&problem=${encodeURIComponent(entry)}` : ""
    return reply.redirect(`/calendars?user=${encodeURIComponent(toText(user))}${problem}`, 303)
  })
}

/** Writes an entry from `text` (iCalendar), or from `summary`, `from` and `to` (UTC). */
function addEntry(ctx: Context, store: CalendarStore, request: FastifyRequest): JsonObject | string {
  const { user, calendar } = toObject(request.params)
  const body = toObject(request.body)
  if (!calendarNames.some(([id]) => id === calendar)) return "There is no such calendar."
  const uid = ctx.ids.next("event_", 12)
  const text = body.text === undefined ? entryText(ctx, uid, body) : toText(body.text)
  if (text === undefined) return "from and to must be instants, the end after the beginning"
  const { name, etag } = store.put(toText(user), toText(calendar), `${uid}.ics`, text)
  return { name, etag }
}

function entryText(ctx: Context, uid: string, body: JsonObject): string | undefined {
  const [from, to] = [body.from, body.to].map((value) => new Date(withZone(toText(value))))
  if (!from || !to || !(from.getTime() < to.getTime())) return undefined
  const stamp = (date: Date) => `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`
  const summary = toText(body.summary, "Busy")
    .replaceAll(/[\\;,]/g, "\\$&")
    .replaceAll(/\r?\n/g, "\\n")
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Sandbox//Calendars//EN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp(ctx.clock.now())}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${summary}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n")
}

/** A form's date and time has no zone; on this page it is UTC. */
function withZone(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}Z` : text
}

function showCalendars(store: CalendarStore, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const query = toObject(request.query)
  const user = toText(query.user) || store.users()[0] || "chef"
  const problem = toText(query.problem)
  const body = html`${navigation}<main><h1>Calendars of ${user}</h1>
<p class="soft">A CalDAV server. Sign in with any name and any password but “wrong”.</p>
<form method="get"><label>User<input name="user" value="${user}"></label><button>Show</button></form>
${problem !== "" && html`<p class="alarm" role="alert">${problem}</p>`}
${calendarNames.map(([id, title]) => calendarPart(store, user, id, title))}</main>`
  return sendPage(reply, 200, { title: "Calendars", style: "sandbox", body })
}

function calendarPart(store: CalendarStore, user: string, id: string, title: string): Html {
  const entries = store.list(user, id).flatMap(({ text }) => readEvents(text))
  const rows = entries
    .sort((left, right) => left.from.getTime() - right.from.getTime())
    .map(
      ({ summary, from, to }) =>
        html`<tr><td>${summary}</td><td>${from.toISOString()}</td><td>${to.toISOString()}</td></tr>`,
    )
  return html`<h2>${title}</h2>
${
  rows.length === 0
    ? html`<p class="soft">Nothing is in it.</p>`
    : html`<div class="wide"><table><thead><tr><th>What</th><th>From</th><th>To</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
<form method="post" action="/calendars/${encodeURIComponent(user)}/${id}">
<label>What<input name="summary" value="Dentist"></label>
<label>From (UTC)<input type="datetime-local" name="from"></label>
<label>To (UTC)<input type="datetime-local" name="to"></label>
<button>Add</button></form>`
}
