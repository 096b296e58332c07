import { describeFree } from "../../apps/api/src/modules/crew/claim-chefs.ts"
import type { PartyStop } from "../../apps/api/src/modules/crew/index.ts"
import type { ClaimStop } from "../../apps/api/src/modules/crew/judge-chef.ts"
import { type ChefIncome, rankChefs } from "../../apps/api/src/modules/crew/ranking/rank-chefs.ts"
import { INCOME_DAYS, offeredHours } from "../../apps/api/src/modules/crew/ranking/read-incomes.ts"
import { type PartyShare, payFor } from "../../apps/api/src/modules/crew/ranking/share-party.ts"
import { type CrewMember, type CrewWindow, judgeCrew } from "../../apps/api/src/modules/crew/read-crew.ts"

const DAY_MS = 86_400_000

/** A party as the rules see it. */
export interface YearParty {
  id: string
  bookedAtMs: number
  startsAtMs: number
  stop: PartyStop
  shares: PartyShare[]
  needsExperience: boolean
  tipCents: number
  isCancelled: boolean
}

/** One chef's part that was served or will be. */
export interface Served {
  partyId: string
  chefId: string
  startsAtMs: number
  stop: ClaimStop
  payCents: number
  tipCents: number
}

/** One station's calendar in memory: the product's rules decide, only the tables are missing. */
export class StationYear {
  readonly served = new Map<string, Served>()
  readonly declines = new Map<string, number>()
  /** The hours, drives included, for which a chef said not to be available. */
  readonly declinedHours = new Map<string, number>()
  unserved = 0
  readonly #window: CrewWindow
  /** How likely a chef is to decline when asked. */
  readonly #declineShare: (chefId: string) => number
  readonly #chance: () => number

  constructor(window: CrewWindow, declineShare: (chefId: string) => number, chance: () => number) {
    this.#window = window
    this.#declineShare = declineShare
    this.#chance = chance
  }

  get members(): readonly CrewMember[] {
    return this.#window.members
  }

  /** Asks the chefs for a party, best first, until all parts are taken or nobody is left. @returns who has it. */
  assign(party: YearParty): string[] {
    const declined = new Set<string>()
    const first = this.#rank(party, party.shares, declined)
    if (first.length < party.shares.length) {
      this.unserved += 1
      return []
    }
    const taken = first.slice(0, party.shares.length)
    for (const [index, share] of party.shares.entries()) this.#claim(party, taken[index] ?? "", share)
    for (const chefId of taken) this.#ask(party, chefId, declined)
    return this.#holders(party).sort()
  }

  cancel(party: YearParty): void {
    for (const chefId of this.#holders(party)) this.#release(party, chefId)
  }

  /** Lets a chef answer; a part that comes back goes to the next candidate. */
  #ask(party: YearParty, chefId: string, declined: Set<string>): void {
    if (this.#chance() >= this.#declineShare(chefId)) return
    declined.add(chefId)
    this.declines.set(chefId, (this.declines.get(chefId) ?? 0) + 1)
    this.declinedHours.set(chefId, (this.declinedHours.get(chefId) ?? 0) + hoursOf(party))
    const share = this.#release(party, chefId)
    const [next] = this.#rank(party, [share], declined)
    if (!next) {
      this.unserved += 1
      return
    }
    this.#claim(party, next, share)
    this.#ask(party, next, declined)
  }

  #rank(party: YearParty, shares: PartyShare[], declined: ReadonlySet<string>): string[] {
    const free = judgeCrew(this.#window, party.stop).filter(
      ({ rule, chefId }) => rule === null && !declined.has(chefId),
    )
    const wishes = { needsExperience: party.needsExperience, preferredChefIds: [], knownChefIds: [] }
    const ranked = rankChefs(describeFree(this.#window, free, shares), this.#incomes(party), wishes)
    return ranked.map(({ chefId }) => chefId)
  }

  /** What the product sums by its one query: planned pay, and tips once the party is over. */
  #incomes(party: YearParty): Map<string, ChefIncome> {
    const fromMs = party.startsAtMs - INCOME_DAYS.before * DAY_MS
    const toMs = party.startsAtMs + INCOME_DAYS.after * DAY_MS
    const earned = new Map<string, number>()
    for (const part of this.served.values()) {
      if (part.stop.workFromMs < fromMs || part.stop.workFromMs >= toMs) continue
      const tip = part.startsAtMs < party.bookedAtMs ? part.tipCents : 0
      earned.set(part.chefId, (earned.get(part.chefId) ?? 0) + part.payCents + tip)
    }
    return new Map(
      this.members.map((member) => [
        member.id,
        {
          earnedCents: earned.get(member.id) ?? 0,
          availableHours: offeredHours(member, { fromMs, toMs }, 0),
        },
      ]),
    )
  }

  #claim(party: YearParty, chefId: string, share: PartyShare): void {
    const member = this.#member(chefId)
    const stop: ClaimStop = {
      claimId: `${party.id}:${chefId}`,
      kind: "booking",
      isParty: true,
      workFromMs: party.stop.workFromMs,
      workToMs: party.stop.workToMs,
      homeLegSeconds: party.stop.stationLegSeconds,
      point: party.stop.point,
    }
    const after = member.stops.findIndex(({ workFromMs }) => workFromMs > stop.workFromMs)
    member.stops.splice(after === -1 ? member.stops.length : after, 0, stop)
    this.served.set(stop.claimId, {
      partyId: party.id,
      chefId,
      startsAtMs: party.startsAtMs,
      stop,
      payCents: payFor(share, member.payPerAdultCents),
      tipCents: Math.round(party.tipCents / party.shares.length),
    })
  }

  #release(party: YearParty, chefId: string): PartyShare {
    const key = `${party.id}:${chefId}`
    const member = this.#member(chefId)
    const index = member.stops.findIndex(({ claimId }) => claimId === key)
    if (index === -1) throw new Error(`${chefId} does not have ${party.id}.`)
    member.stops.splice(index, 1)
    const part = this.served.get(key)
    this.served.delete(key)
    const share = party.shares.find((one) => payFor(one, member.payPerAdultCents) === part?.payCents)
    return share ?? { adults: 0, guests: 0, travelCents: 0 }
  }

  #holders(party: YearParty): string[] {
    return [...this.served.values()].flatMap(({ partyId, chefId }) => (partyId === party.id ? [chefId] : []))
  }

  #member(chefId: string): CrewMember {
    const member = this.members.find(({ id }) => id === chefId)
    if (!member) throw new Error(`There is no chef ${chefId}.`)
    return member
  }
}

function hoursOf({ stop }: YearParty): number {
  return (stop.workToMs - stop.workFromMs) / 3_600_000 + (2 * stop.stationLegSeconds) / 3600
}
