import { digitsForWords } from "../guard/number-words.ts"
import { policyTool } from "../tools/business-tools.ts"
import type { Gather, Turn } from "../turn/turn.ts"
import { addPassages } from "./passages.ts"

const RULE = policyTool.name
const NUMBER = String.raw`(\d{1,3}(?:\.\d{1,2})?)`
const UNIT = String.raw`(feet|foot|ft|'|′|meters?|metres?|mts?|m\b|yards?|yds?)?`
const SIDES = new RegExp(
  String.raw`(?<![\d$])${NUMBER} ?-?${UNIT}(?: ?(?:long|wide|deep|in length))?[ -]?(?:x|×|\*|by|times|and about|and)[\s-]*(?:about )?${NUMBER} ?-?${UNIT}(?! ?(?:adults|people|guests|kids))`,
  "i",
)
const AREA =
  /(?<![\d$])(\d{2,5}) ?(?:(sq(?:uare)?\.? ?(?:feet|foot|ft)|sqft|sf)|(sq(?:uare)?\.? ?(?:meters?|m)|sqm|m2|m²))\b/i
const BURNS =
  "(?:fence|house|wall|siding|shed|trees?|hedge|bush(?:es)?|roof|awning|pergola|gazebo|deck rail(?:ing)?|railing|garage|curtains?|tent|canopy|umbrella|wood\\w*|branches|building|anything|overhang)"
const APART = [
  new RegExp(
    String.raw`(?<![\d$x×])${NUMBER} ?-?${UNIT} (?:away |off |apart )*(?:from|to|of|off|between)\b.{0,25}\b${BURNS}\b`,
    "i",
  ),
  new RegExp(
    String.raw`\b${BURNS}\b(?: line)? (?:\w+ ){0,3}?(?:is|are|'s|at|stands?|starts?|sits?)(?: \w+){0,2} ${NUMBER} ?-?${UNIT}(?: away| off| from| apart|\b)`,
    "i",
  ),
]
const FEET_PER: Record<string, number> = { m: 3.2808, y: 3 }

/** Whether the place that is described is large enough for the grill, and far enough from what burns. */
export const spaceNeeded: Gather = async (turn, ask) => {
  const text = digitsForWords(turn.text)
  const isSized = tellSides(turn, ask, text) || tellArea(turn, ask, text)
  const isApart = tellClearance(turn, ask, text)
  if (isSized || isApart) addPassages(turn, ask, "space.requirements")
}

function tellSides(turn: Turn, ask: string, text: string): boolean {
  const match = sidesSaid(turn, text)
  if (!match) return false
  const [, one, firstUnit, other, lastUnit] = match
  const unit = lastUnit ?? firstUnit
  const sides = [feet(one, firstUnit ?? unit), feet(other, unit)].sort((a, b) => b - a)
  const [long = 0, short = 0] = sides
  const [needLong = 0, needShort = 0] = [...turn.business.parameters.host.areaFeet].sort((a, b) => b - a)
  const isEnough = long >= needLong && short >= needShort
  const said = match[0].trim().replace(/\s+/g, " ")
  tell(
    turn,
    ask,
    isEnough
      ? `Yes, ${said} is big enough: the grill needs ${needLong} × ${needShort} ft.`
      : `No, ${said} is not big enough: the grill needs ${needLong} × ${needShort} ft.`,
  )
  return true
}

/** "Is 8x6 the least? My spot is 8x5": the size of the spot, not the one that is asked back. */
function sidesSaid(turn: Turn, text: string): RegExpExecArray | undefined {
  const all = [...text.matchAll(new RegExp(SIDES, "gi"))]
  const needed = [...turn.business.parameters.host.areaFeet].sort().join("x")
  const others = all.filter(([, one, , other]) => [Number(one), Number(other)].sort().join("x") !== needed)
  return others.at(-1) ?? all[0]
}

function tellArea(turn: Turn, ask: string, text: string): boolean {
  const match = AREA.exec(text)
  if (!match) return false
  const squareFeet = Number(match[1]) * (match[3] ? FEET_PER.m! ** 2 : 1)
  const [long = 0, short = 0] = turn.business.parameters.host.areaFeet
  tell(
    turn,
    ask,
    squareFeet >= long * short
      ? `Yes, ${match[0].trim()} is enough, as long as ${long} × ${short} ft of it are clear.`
      : `No, ${match[0].trim()} is not enough: the grill needs ${long} × ${short} ft.`,
  )
  return true
}

function tellClearance(turn: Turn, ask: string, text: string): boolean {
  const match = APART.map((words) => words.exec(text)).find(Boolean)
  if (!match) return false
  const { clearanceFeet } = turn.business.parameters.host
  const said = `${match[1]} ${match[2] ?? "ft"}`
  tell(
    turn,
    ask,
    feet(match[1], match[2]) >= clearanceFeet
      ? `Yes, ${said} is far enough: the grill stands ${clearanceFeet} ft from anything that burns.`
      : `No, ${said} is too close: the grill stands ${clearanceFeet} ft from anything that burns.`,
  )
  return true
}

function feet(number: string | undefined, unit: string | undefined): number {
  return Number(number) * (FEET_PER[unit?.[0]?.toLowerCase() ?? ""] ?? 1)
}

function tell(turn: Turn, ask: string, sentence: string): void {
  turn.book.addFromTool(ask, RULE, sentence)
}
