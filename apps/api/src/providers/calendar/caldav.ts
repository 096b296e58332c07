import {
  calendarQuery,
  createAccount,
  createObject,
  type DAVAccount,
  deleteObject,
  fetchCalendars,
  updateObject,
} from "tsdav"
import { AppError } from "#platform/errors.ts"
import { guardedFetch, unreachable } from "./guarded-fetch.ts"
import type {
  BusyQuery,
  BusyTimes,
  CalendarAccount,
  EventToWrite,
  ExternalCalendars,
  FoundCalendar,
  WrittenEvent,
} from "./port.ts"
import { readBusy } from "./read-busy.ts"

export interface CaldavSettings {
  isPublicOnly: boolean
  /** Of one request. */
  timeoutMs?: number
}

/** @returns calendars over CalDAV (RFC 4791), as iCloud, Fastmail, Nextcloud and many others speak it. */
export function caldavCalendars(settings: CaldavSettings): ExternalCalendars {
  const guarded = guardedFetch({ timeoutMs: 15_000, ...settings })
  const connect = (account: CalendarAccount): Connection => ({
    fetch: guarded,
    headers: { authorization: basic(account) },
  })
  return {
    findCalendars: (account) => findCalendars(connect(account), account),
    readBusy: (account, query) => readCalendar(connect(account), query),
    writeEvent: (account, event) => writeEvent(connect(account), event),
    removeEvent: (account, event) => removeEvent(connect(account), event),
  }
}

interface Connection {
  fetch: typeof fetch
  headers: Record<string, string>
}

function basic({ userName, password }: CalendarAccount): string {
  return `Basic ${Buffer.from(`${userName}:${password}`).toString("base64")}`
}

async function findCalendars(
  connection: Connection,
  { serverUrl }: CalendarAccount,
): Promise<FoundCalendar[]> {
  const wanted: DAVAccount = { accountType: "caldav", serverUrl }
  const { watched, firstRefusal } = rememberRefusal(connection)
  try {
    const account = await createAccount({ account: wanted, ...watched })
    const calendars = await fetchCalendars({ account, ...watched })
    return calendars
      .filter(({ components = [] }) => components.length === 0 || components.includes("VEVENT"))
      .map(({ url, displayName }) => ({ url, name: typeof displayName === "string" ? displayName : url }))
  } catch (cause) {
    throw (
      firstRefusal() ??
      unreachable("There is no CalDAV server at this address; the calendar's help page names it.", cause)
    )
  }
}

/** The search tries several addresses and tells the last failure; the first refusal is what a person can mend. */
function rememberRefusal(connection: Connection) {
  let refusal: AppError | undefined
  const watched: Connection = {
    ...connection,
    fetch: async (...request) => {
      try {
        return await connection.fetch(...request)
      } catch (error) {
        if (error instanceof AppError) refusal ??= error
        throw error
      }
    },
  }
  return { watched, firstRefusal: () => refusal }
}

async function readCalendar(connection: Connection, query: BusyQuery): Promise<BusyTimes> {
  const range = { _attributes: { start: stamp(query.fromMs), end: stamp(query.toMs) } }
  const filters = {
    "comp-filter": {
      _attributes: { name: "VCALENDAR" },
      "comp-filter": { _attributes: { name: "VEVENT" }, "time-range": range },
    },
  }
  const entries = await calendarQuery({
    url: query.calendarUrl,
    props: { "d:getetag": {}, "c:calendar-data": {} },
    filters,
    depth: "1",
    ...connection,
  })
  const times: BusyTimes = { busy: [], unreadable: 0 }
  for (const { ok, status, props } of entries) {
    if (status === 404) throw gone()
    if (!ok) throw unreachable(`The calendar server answered ${status}; we try again later.`)
    const text = textOf(props?.calendarData)
    if (text === null) continue
    const read = readBusy(text, query)
    times.busy.push(...read.busy)
    times.unreadable += read.unreadable
  }
  return times
}

/** `20261212T020000Z`. */
function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`
}

function textOf(data: unknown): string | null {
  if (typeof data === "string") return data
  const inner = (data as { _cdata?: unknown } | undefined)?._cdata
  return typeof inner === "string" ? inner : null
}

async function writeEvent(connection: Connection, event: EventToWrite): Promise<WrittenEvent> {
  const { known, text: data } = event
  const url = known?.url ?? new URL(`${encodeURIComponent(event.uid)}.ics`, withSlash(event.calendarUrl)).href
  const contentType = { "content-type": "text/calendar; charset=utf-8" }
  const condition: Record<string, string> = known?.etag
    ? { "if-match": known.etag }
    : { "if-none-match": "*" }
  const headers = { ...connection.headers, ...contentType }
  const first = await createObject({
    url,
    data,
    fetch: connection.fetch,
    headers: { ...headers, ...condition },
  })
  // Somebody changed or removed our entry there. What the party is, our own book says.
  const written =
    first.status === 412 ? await updateObject({ url, data, fetch: connection.fetch, headers }) : first
  if (written.status === 404 || written.status === 409) throw gone()
  if (!written.ok) throw unreachable(`The calendar server does not take our entry (${written.status}).`)
  return { url, etag: written.headers.get("etag") }
}

async function removeEvent(connection: Connection, { url }: WrittenEvent): Promise<void> {
  // Without a condition: an entry of ours that somebody changed must go as well.
  const reply = await deleteObject({ url, ...connection })
  if (reply.ok || reply.status === 404 || reply.status === 410) return
  throw unreachable(`The calendar server does not let our entry go (${reply.status}).`)
}

function gone(): AppError {
  return new AppError(
    "unprocessable",
    "calendar-gone",
    "This calendar is no longer on the server; choose another one.",
  )
}

function withSlash(url: string): string {
  return url.endsWith("/") ? url : `${url}/`
}
