import { formatMoney, type Money } from "@myhibachi/contract/money"
import type { PayLink } from "@myhibachi/contract/payments"
import { describeTime } from "./describe-time.ts"

const WHY: Record<"no-card" | "declined" | "asked", string> = {
  "no-card": "The rest of the price of your party is due.",
  declined: "Your card did not go through for the rest of the price of your party; nothing was charged.",
  asked: "Here is the link to pay what is open for your party.",
}

interface TextedParty {
  reference: string
  startsAt: string
  timeZone: string
}

/** @returns the words of the text with the link to pay what a party owes. */
export function writePayLinkText(link: PayLink, party: TextedParty, why: keyof typeof WHY): string {
  const when = describeTime(party.startsAt, party.timeZone)
  return `${WHY[why]} ${party.reference}, ${when}. Pay ${formatMoney(link.amount)} here: ${link.url}`
}

/** @returns the words of the reminder that a party still owes something. */
export function writeBalanceText(
  party: TextedParty & { owed: Money; balanceDueAt: string },
  url: string,
): string {
  const due = describeTime(party.balanceDueAt, party.timeZone)
  return `${formatMoney(party.owed)} are still open for your party ${party.reference}, due ${due}. See it and pay: ${url}`
}
