import { createHash } from "node:crypto"
import type { Context } from "../core/context.ts"
import { toNumber, toText } from "../core/json.ts"

export type CalendarObject = { user: string; calendar: string; name: string; text: string; etag: string }

/** Calendars by user; a user exists as soon as somebody signs in. */
export type CalendarStore = {
  list(user: string, calendar: string): CalendarObject[]
  find(user: string, calendar: string, name: string): CalendarObject | undefined
  put(user: string, calendar: string, name: string, text: string): CalendarObject
  remove(user: string, calendar: string, name: string): void
  /** Counts every change of the calendar. */
  version(user: string, calendar: string): number
  users(): string[]
  clear(): void
}

/** Every user has these. */
export const calendarNames: [id: string, title: string][] = [
  ["home", "Home"],
  ["work", "Work"],
]

/** All calendars of the stand-in. */
export function createCalendars(ctx: Context): CalendarStore {
  const objects = ctx.records.collection("caldav.objects")
  const versions = ctx.records.collection("caldav.versions")
  const idOf = (...parts: string[]) => parts.join("\n")
  const version = (user: string, calendar: string) => toNumber(versions.get(idOf(user, calendar))?.count) ?? 0
  const count = (user: string, calendar: string) =>
    versions.put(idOf(user, calendar), { user, count: version(user, calendar) + 1 })
  const all = () =>
    objects.all().map((stored) => ({
      user: toText(stored.user),
      calendar: toText(stored.calendar),
      name: toText(stored.name),
      text: toText(stored.text),
      etag: toText(stored.etag),
    }))
  return {
    version,
    list: (user, calendar) => all().filter((entry) => entry.user === user && entry.calendar === calendar),
    find: (user, calendar, name) =>
      all().find((entry) => entry.user === user && entry.calendar === calendar && entry.name === name),
    put: (user, calendar, name, text) => {
      count(user, calendar)
      const hash = createHash("sha256")
        .update(`${version(user, calendar)}${text}`)
        .digest("hex")
      const object = { user, calendar, name, text, etag: `"${hash.slice(0, 24)}"` }
      objects.put(idOf(user, calendar, name), object)
      return object
    },
    remove: (user, calendar, name) => {
      count(user, calendar)
      objects.remove(idOf(user, calendar, name))
    },
    users: () => [...new Set(versions.all().map((entry) => toText(entry.user)))].sort(),
    clear: () => {
      for (const id of objects.ids()) objects.remove(id)
      for (const id of versions.ids()) versions.remove(id)
    },
  }
}
