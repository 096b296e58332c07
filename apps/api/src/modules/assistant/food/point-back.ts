import type { Menu, MenuItem } from "@myhibachi/contract/catalog"
import { isQuestionLike } from "#modules/understanding/index.ts"
import type { Clause, ClauseReading, FoodFocus, FoodQuestion } from "./food-question.ts"
import {
  AGAINST,
  ASKS_OF_GUEST,
  ASKS_OF_MENU,
  CONFIRMS,
  FEW,
  GOES_ON,
  INCLUDES,
  INVERTS,
  LISTS,
  MONEY_OR_PARTY,
  OF_EATING,
  OF_THOSE,
  OTHER_MATTER,
  PARTS,
  POINTS,
  PREPARES,
  SAFE,
  WITHOUT,
} from "./food-words.ts"
import { findNeeds, type Need, uniqueNeeds } from "./needs.ts"

/** "Any wheat?" asks of the dish of before. */
const LONGEST_BARE = 4

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
    const isBare = clause.split(/\s+/).length <= LONGEST_BARE
    const doesPoint = isBare || POINTS.test(clause) || GOES_ON.test(clause)
    const isOpen = ASKS_OF_MENU.test(clause) && !FEW.test(clause) && !OF_THOSE.test(clause)
    return { items: doesPoint && !isOpen ? before : [], needs, isRepeated: false }
  }
  if (needs.length > 0 || OTHER_MATTER.test(clause)) return { items, needs, isRepeated: false }
  if ((CONFIRMS.test(clause) && before.length > 0) || INVERTS.test(clause))
    return { items: before, needs: remembered(focus.needs), isRepeated: false }
  if (POINTS.test(clause) && (INCLUDES.test(clause) || PARTS.test(clause)))
    return { items: pickedBefore(focus, menu), needs: [], isRepeated: false }
  if (FEW.test(clause) && before.length > 0 && focus.avoided.length > 0)
    return { items: before, needs: remembered(focus.avoided), isRepeated: false }
  if (WITHOUT.test(clause) && POINTS.test(clause))
    return { items: before, needs: remembered(focus.needs), isRepeated: false }
  if (!OF_EATING.test(clause)) return withListed(read, before, remembered)
  const doesPoint = POINTS.test(clause) || FEW.test(clause)
  if ((PARTS.test(clause) || PREPARES.test(clause)) && doesPoint)
    return { items: before, needs: [], isRepeated: false }
  const avoided = remembered(focus.avoided)
  if (avoided.length > 0 && (SAFE.test(clause) || AGAINST.test(clause)) && ASKS_OF_GUEST.test(clause))
    return { items: [], needs: avoided, isRepeated: false }
  return withListed(read, before, remembered)
}

function pickedBefore({ picked = [], skus }: FoodFocus, menu: Menu): MenuItem[] {
  const meant = picked.length > 0 ? picked : skus
  return menu.items.filter(({ sku }) => meant.includes(sku))
}

/** The dishes of the question that its answer names. */
function pickedBy({ items, needs, wanted }: FoodQuestion): MenuItem[] {
  const holds = (item: MenuItem) => needs.some(({ breaks }) => item.ingredients.some(breaks))
  return needs.length === 0 ? items : items.filter((item) => holds(item) === (wanted === "holders"))
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

/** A question about something else takes "it" along. */
function afterOther(before: FoodFocus | null, clause: string): FoodFocus | null {
  const isElse = isQuestionLike(clause) && clause.split(/\s+/).length > LONGEST_BARE
  return before && isElse ? { ...before, skus: [], picked: [] } : before
}

/** @returns what the talk about food is about after this clause. */
export function nextFocus(
  before: FoodFocus | null,
  { clause, needs, avoided, items, question }: ClauseReading,
): FoodFocus | null {
  const words = (list: readonly Need[]) => list.map(({ name }) => name)
  const known = before?.avoided ?? []
  const all = [...new Set([...known, ...words(avoided)])]
  if (!question && avoided.length === 0 && items.length === 0) return afterOther(before, clause)
  return {
    skus: (question && question.items.length > 0 ? question.items : items.length > 0 ? items : [])
      .map(({ sku }) => sku)
      .slice(0, 12),
    picked: question ? pickedBy(question).map(({ sku }) => sku) : [],
    needs: question ? words(question.needs) : avoided.length > 0 ? words(needs) : (before?.needs ?? []),
    avoided: all.slice(-6),
    wanted: question?.wanted ?? (avoided.length > 0 ? "free" : (before?.wanted ?? "holders")),
  }
}
