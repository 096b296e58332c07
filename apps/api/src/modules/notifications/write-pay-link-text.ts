import { formatMoney } from "@myhibachi/contract/money"
import type { PayLink } from "@myhibachi/contract/payments"
import { describeTime } from "./describe-time.ts"

const WHY: Record<"no-card" | "declined" | "asked", string> = {
  "no-card": "The rest of the price of your party is due.",
  declined: "Your card did not go through for the rest of the price of your party; nothing was charged.",
  asked: "Here is the link to pay what is open for your party.",
}

export interface TextedParty {
  reference: string
  startsAt: string
  timeZone: string
}

/** @returns the words of the text with the link to pay what a party owes. */
export function writePayLinkText(link: PayLink, party: TextedParty, why: keyof typeof WHY): string {
  const when = describeTime(party.startsAt, party.timeZone)
  return `${WHY[why]} ${party.reference}, ${when}. Pay ${formatMoney(link.amount)} here: ${link.url}`
}
