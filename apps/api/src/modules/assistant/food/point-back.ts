import type { MenuItem } from "@myhibachi/contract/catalog"
import type { Clause, ClauseReading, FoodFocus } from "./food-question.ts"
import {
  AGAINST,
  ASKS_OF_GUEST,
  ASKS_OF_MENU,
  FEW,
  GOES_ON,
  INCLUDES,
  LISTS,
  MONEY_OR_PARTY,
  OF_EATING,
  OTHER_MATTER,
  PARTS,
  POINTS,
  PREPARES,
  SAFE,
  WITHOUT,
} from "./food-words.ts"
import { findNeeds, type Need, uniqueNeeds } from "./needs.ts"

interface Meant {
  items: MenuItem[]
  needs: Need[]
  /** What was wanted before is wanted again. */
  isRepeated: boolean
}

/** The dishes and needs that are meant, with what "it", "those" and "and the noodles?" point back to. */
export function withFocus(read: Clause): Meant {
  const { clause, focus, menu, words } = read
  const { items, needs } = read
  if (!focus) return { items, needs, isRepeated: false }
  const remembered = (list: readonly string[]) =>
    uniqueNeeds(findNeeds(list.join(", "), words).map(({ value }) => value))
  const before = menu.items.filter(({ sku }) => focus.skus.includes(sku))
  if (items.length > 0 && needs.length === 0) return withNeedsMeant(read, remembered)
  if (items.length === 0 && needs.length > 0) {
    const doesPoint = POINTS.test(clause) || (GOES_ON.test(clause) && !ASKS_OF_MENU.test(clause))
    const isOpen = ASKS_OF_MENU.test(clause)
    return { items: doesPoint && !isOpen ? before : [], needs, isRepeated: false }
  }
  if (needs.length > 0 || OTHER_MATTER.test(clause)) return { items, needs, isRepeated: false }
  if (WITHOUT.test(clause) && POINTS.test(clause))
    return { items: before, needs: remembered(focus.needs), isRepeated: false }
  if (!OF_EATING.test(clause)) return withListed(read, before, remembered)
  const doesPoint = POINTS.test(clause) || FEW.test(clause)
  if ((PARTS.test(clause) || PREPARES.test(clause)) && doesPoint)
    return { items: before, needs: [], isRepeated: false }
  const avoided = remembered(focus.avoided)
  if (avoided.length > 0 && FEW.test(clause) && before.length > 0)
    return { items: before, needs: avoided, isRepeated: false }
  if (avoided.length > 0 && (SAFE.test(clause) || AGAINST.test(clause)) && ASKS_OF_GUEST.test(clause))
    return { items: [], needs: avoided, isRepeated: false }
  return withListed(read, before, remembered)
}

const LONGEST_LIST_WISH = 14

/** "Just list them please" asks again what was asked. */
function withListed(
  { clause, focus, items, needs }: Clause,
  before: MenuItem[],
  remembered: (list: readonly string[]) => Need[],
): Meant {
  const isWish = LISTS.test(clause) && clause.split(/\s+/).length <= LONGEST_LIST_WISH
  if (
    !focus ||
    !isWish ||
    items.length + needs.length + focus.needs.length === 0 ||
    OTHER_MATTER.test(clause)
  )
    return { items, needs, isRepeated: false }
  if (items.length + needs.length > 0 || focus.needs.length === 0) return { items, needs, isRepeated: false }
  return { items: before, needs: remembered(focus.needs), isRepeated: true }
}

/** "And the noodles?" asks of them what was asked before; "is the salmon ok for her?" asks for what she avoids. */
function withNeedsMeant(
  { clause, focus, items }: Clause,
  remembered: (list: readonly string[]) => Need[],
): Meant {
  const isOwn =
    PARTS.test(clause) || PREPARES.test(clause) || INCLUDES.test(clause) || MONEY_OR_PARTY.test(clause)
  if (!focus || isOwn) return { items, needs: [], isRepeated: false }
  const isForGuest = SAFE.test(clause) || WITHOUT.test(clause) || AGAINST.test(clause)
  const count = clause.split(/\s+/).length
  const isFragment = count <= 3 || (count <= 8 && GOES_ON.test(clause))
  if (isFragment && focus.needs.length > 0)
    return { items, needs: remembered(focus.needs), isRepeated: focus.wanted !== "parts" && !isForGuest }
  if (isFragment && focus.wanted !== "holders") return { items, needs: [], isRepeated: true }
  // "Is it only in the yum-yum sauce?" asks for what was named before.
  if (/\b(?:it|that|this|any)\b.{0,20}\bin\b/i.test(clause) && focus.needs.length > 0)
    return { items, needs: remembered(focus.needs), isRepeated: false }
  return { items, needs: isForGuest ? remembered(focus.avoided) : [], isRepeated: false }
}

/** @returns what the talk about food is about after this clause. */
export function nextFocus(
  before: FoodFocus | null,
  { needs, avoided, items, question }: ClauseReading,
): FoodFocus | null {
  const words = (list: readonly Need[]) => list.map(({ name }) => name)
  const known = before?.avoided ?? []
  const all = [...new Set([...known, ...words(avoided)])]
  if (!question && avoided.length === 0 && items.length === 0) return before
  return {
    skus: (question && question.items.length > 0 ? question.items : items.length > 0 ? items : [])
      .map(({ sku }) => sku)
      .slice(0, 12),
    needs: question ? words(question.needs) : avoided.length > 0 ? words(needs) : (before?.needs ?? []),
    avoided: all.slice(-6),
    wanted: question?.wanted ?? (avoided.length > 0 ? "free" : (before?.wanted ?? "holders")),
  }
}
