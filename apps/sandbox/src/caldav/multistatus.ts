import { xmlText } from "./read-xml.ts"

/** One resource with its properties, by name: the element's content as XML. */
export type Resource = { href: string; properties: Record<string, string> }

const caldavNames = new Set([
  "calendar-home-set",
  "calendar-data",
  "calendar-description",
  "calendar-timezone",
  "supported-calendar-component-set",
])
const prefixOf = (name: string) => (caldavNames.has(name) ? "C" : name === "getctag" ? "CS" : "D")

/** A 207 body: each resource with what was asked for and it has, and a 404 for what it has not. */
export function multistatus(resources: Resource[], asked?: Set<string>): string {
  const responses = resources.map((resource) => response(resource, asked)).join("")
  return `<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/">${responses}</D:multistatus>`
}

function response({ href, properties }: Resource, asked?: Set<string>): string {
  const names = asked ? [...asked] : Object.keys(properties)
  const found = names.filter((name) => properties[name] !== undefined)
  const missing = names.filter((name) => properties[name] === undefined)
  const element = (name: string) =>
    `<${prefixOf(name)}:${name}>${properties[name]}</${prefixOf(name)}:${name}>`
  return `<D:response><D:href>${xmlText(href)}</D:href>${stat(found.map(element), "200 OK")}${stat(
    missing.map((name) => `<${prefixOf(name)}:${name}/>`),
    "404 Not Found",
  )}</D:response>`
}

function stat(elements: string[], status: string): string {
  if (elements.length === 0) return ""
  return `<D:propstat><D:prop>${elements.join("")}</D:prop><D:status>HTTP/1.1 ${status}</D:status></D:propstat>`
}

/** A resource that is gone, as a multiget tells it. */
export function absent(href: string): string {
  return `<D:response><D:href>${xmlText(href)}</D:href><D:status>HTTP/1.1 404 Not Found</D:status></D:response>`
}
