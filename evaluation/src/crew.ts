import { Temporal } from "../../apps/api/src/platform/time.ts"
import { seededChance } from "../../benchmarks/src/chance.ts"
import { compareDatabase } from "./crew-database.ts"
import { compareGroups, countImpossible, gini, incomesIn, worstWindow } from "./crew-figures.ts"
import { aStation, someParties, YEAR } from "./crew-parties.ts"
import { StationYear } from "./crew-year.ts"
import { information, none } from "./figures.ts"
import type { Figure, Proof } from "./proof.ts"

const STATIONS = ["A", "B", "C", "D", "E"]
const PARTIES = 8_000
const MOST_GINI = 0.1
/** Every third chef declines every fourth party. */
const DECLINER_ONE_IN = 3
const DECLINE_SHARE = 0.25
const DATABASE_PARTIES = 250
const QUICK_DATABASE_PARTIES = 30
const DAY_MS = 86_400_000

/** A year of parties goes to chefs by the product's own rules; then it is counted who drove, earned and declined. */
export const crew: Proof = {
  name: "crew",
  shows:
    "A simulated year, 60 chefs, 8,000 parties: feasible drives, equal incomes, declines without punishment.",
  target:
    "0 infeasible drives; Gini of income ≤ 0.1 in any 90 days at equal availability; decliners earn as others",
  async run({ quick, seed, progress }) {
    progress("a year without declines")
    const calm = liveYear(seed, () => 0)
    progress("the same year, every third chef declining every fourth party")
    const choosy = liveYear(seed, (chefId) => (isDecliner(chefId) ? DECLINE_SHARE : 0))
    progress("parties on the real database beside the rules")
    const database = await compareDatabase(quick ? QUICK_DATABASE_PARTIES : DATABASE_PARTIES, seed)
    return [
      ...describeYear("", calm),
      ...describeYear("with declines: ", choosy),
      ...describeDeclines(choosy, calm),
      ...database,
    ]
  },
}

function liveYear(seed: number, declineShare: (chefId: string) => number): StationYear[] {
  return STATIONS.map((name, index) => {
    const chance = seededChance(seed + index)
    const year = new StationYear(aStation(name), declineShare, chance.next)
    const parties = someParties(PARTIES / STATIONS.length, name, seededChance(seed + 100 + index))
    for (const party of parties) {
      const chefs = year.assign(party)
      if (party.isCancelled && chefs.length > 0) year.cancel(party)
    }
    return year
  })
}

function isDecliner(chefId: string): boolean {
  return Number(chefId.split("-")[1]) % DECLINER_ONE_IN === 0
}

const FIRST_MS = Temporal.PlainDate.from(YEAR.first).toZonedDateTime(YEAR.timeZone).epochMilliseconds

function yearIncomes(years: readonly StationYear[]): Map<string, number> {
  return new Map(years.flatMap((year) => [...incomesIn(year, FIRST_MS, FIRST_MS + YEAR.days * DAY_MS)]))
}

function describeYear(what: string, years: readonly StationYear[]): Figure[] {
  const sum = (of: (year: StationYear) => number) => years.reduce((total, year) => total + of(year), 0)
  const whole = gini([...yearIncomes(years).values()])
  const worst = worstWindow(years, FIRST_MS, YEAR.days)
  return [
    information(
      `${what}parts of parties served`,
      sum((year) => year.served.size),
    ),
    information(
      `${what}parties that found no chef`,
      sum((year) => year.unserved),
    ),
    none(`${what}drives that no chef could make`, sum(countImpossible)),
    atMostGini(`${what}Gini of income, the year, 60 chefs`, whole),
    atMostGini(`${what}Gini of income, worst 90 days of any station`, worst),
  ]
}

function atMostGini(what: string, value: number): Figure {
  return { what, value: value.toFixed(4), mustBe: `≤ ${MOST_GINI}`, holds: value <= MOST_GINI }
}

/** Chance alone sets groups of chefs apart, also in a year without declines; that much is no punishment. */
function describeDeclines(choosy: readonly StationYear[], calm: readonly StationYear[]): Figure[] {
  const compare = (years: readonly StationYear[]) => {
    const rates = hourlyIncomes(years)
    const ratesOf = (group: boolean) =>
      rates.filter(({ id }) => isDecliner(id) === group).map(({ rate }) => rate)
    return compareGroups(ratesOf(true), ratesOf(false))
  }
  const { ratio, noise } = compare(choosy)
  const least = 1 - Math.max(noise, compare(calm).noise)
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`
  return [
    information(
      "declines",
      choosy.reduce((sum, year) => sum + [...year.declines.values()].reduce((all, one) => all + one, 0), 0),
    ),
    {
      what: "income per available hour, chefs who decline beside the others",
      value: percent(ratio),
      mustBe: `≥ ${percent(least)} (two standard errors)`,
      holds: ratio >= least,
    },
  ]
}

/** Time for which a chef declined a party was not available. */
function hourlyIncomes(years: readonly StationYear[]): { id: string; rate: number }[] {
  const incomes = yearIncomes(years)
  return years.flatMap(({ members, declinedHours }) =>
    members.map(({ id, weeklyHours }) => {
      const hours = (weeklyHours / 7) * YEAR.days - (declinedHours.get(id) ?? 0)
      return { id, rate: (incomes.get(id) ?? 0) / hours }
    }),
  )
}
