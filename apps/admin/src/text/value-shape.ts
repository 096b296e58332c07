import { Money } from "@myhibachi/contract/money"

/** @returns whether there is nothing to show: null, empty text, an empty list, an object of nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === "object" && Object.values(value).every(isEmpty)
}

/** @returns whether the value is one word or figure rather than a structure. */
export function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true
  if (Array.isArray(value))
    return value.every((member) => typeof member !== "object") && value.join(", ").length < 80
  return Money.safeParse(value).success
}

/** @returns the members that have something to show. */
export function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => !isEmpty(member))
}

/** @returns the value without what says nothing: empty members, and a "no" or a zero that is only the default. */
export function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults)
  if (typeof value !== "object" || value === null) return value
  const told = Object.entries(value)
    .map(([name, member]) => [name, withoutDefaults(member)] as const)
    .filter(([, member]) => member !== false && member !== 0 && !isEmpty(member))
  return Object.fromEntries(told)
}
