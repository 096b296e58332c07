import { XMLParser } from "fast-xml-parser"
import { isObject, type JsonObject, toList, toObject, toText } from "../core/json.ts"

const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: false, attributeNamePrefix: "@" })

/** The root element of a request, by its name without a prefix; nothing for an empty or broken body. */
export function readXml(body: unknown): { name: string; content: JsonObject } {
  const document = toObject(parseText(toText(body)))
  const name = Object.keys(document).find((key) => !key.startsWith("?")) ?? ""
  return { name, content: toObject(document[name]) }
}

function parseText(text: string): unknown {
  try {
    return parser.parse(text)
  } catch {
    return {}
  }
}

/** The names of the properties that a PROPFIND or REPORT asks for; undefined means all. */
export function askedProperties(content: JsonObject): Set<string> | undefined {
  const { prop } = content
  return isObject(prop) ? new Set(Object.keys(prop)) : undefined
}

/** The span that a calendar-query asks for, as epoch milliseconds; unbounded where it names none. */
export function askedSpan(content: JsonObject): { fromMs: number; toMs: number } {
  const inner = toObject(toObject(toObject(content.filter)["comp-filter"])["comp-filter"])
  const range = toObject(inner["time-range"])
  return {
    fromMs: readStamp(toText(range["@start"])) ?? Number.NEGATIVE_INFINITY,
    toMs: readStamp(toText(range["@end"])) ?? Number.POSITIVE_INFINITY,
  }
}

function readStamp(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts.map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
}

/** The addresses that a calendar-multiget asks for. */
export function askedHrefs(content: JsonObject): string[] {
  return (Array.isArray(content.href) ? toList(content.href) : [content.href]).map((href) => toText(href))
}

/** Text with the characters escaped that XML gives a meaning. */
export function xmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}
