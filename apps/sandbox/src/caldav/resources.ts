import type { Resource } from "./multistatus.ts"
import { xmlText } from "./read-xml.ts"
import { type CalendarObject, type CalendarStore, calendarNames } from "./store.ts"

export const base = "/caldav"
const homeOf = (user: string) => `${base}/calendars/${encodeURIComponent(user)}/`
const principalOf = (user: string) => `${base}/principals/${encodeURIComponent(user)}/`
const hrefOf = (user: string, calendar: string) => `${homeOf(user)}${calendar}/`

/** The root: who is asking. */
export function rootResource(user: string): Resource {
  return {
    href: `${base}/`,
    properties: {
      resourcetype: "<D:collection/>",
      "current-user-principal": `<D:href>${principalOf(user)}</D:href>`,
    },
  }
}

/** A person: where their calendars are. */
export function principalResource(user: string): Resource {
  return {
    href: principalOf(user),
    properties: {
      resourcetype: "<D:principal/>",
      displayname: xmlText(user),
      "current-user-principal": `<D:href>${principalOf(user)}</D:href>`,
      "calendar-home-set": `<D:href>${homeOf(user)}</D:href>`,
    },
  }
}

/** The folder of a person's calendars. */
export function homeResource(user: string): Resource {
  return { href: homeOf(user), properties: { resourcetype: "<D:collection/>", displayname: xmlText(user) } }
}

/** A calendar; its tags change with every change in it. */
export function calendarResource(store: CalendarStore, user: string, calendar: string): Resource | undefined {
  const title = calendarNames.find(([id]) => id === calendar)?.[1]
  if (title === undefined) return undefined
  const version = store.version(user, calendar)
  return {
    href: hrefOf(user, calendar),
    properties: {
      resourcetype: "<D:collection/><C:calendar/>",
      displayname: title,
      getctag: `"v${version}"`,
      "sync-token": `urn:sandbox:sync:${version}`,
      "supported-calendar-component-set": '<C:comp name="VEVENT"/>',
      "supported-report-set":
        "<D:supported-report><D:report><C:calendar-query/></D:report></D:supported-report><D:supported-report><D:report><C:calendar-multiget/></D:report></D:supported-report>",
    },
  }
}

/** An entry. */
export function objectResource({ user, calendar, name, etag, text }: CalendarObject): Resource {
  return {
    href: `${hrefOf(user, calendar)}${encodeURIComponent(name)}`,
    properties: {
      resourcetype: "",
      getetag: xmlText(etag),
      getcontenttype: "text/calendar; component=vevent",
      "calendar-data": xmlText(text),
    },
  }
}
