import type { Channel } from "../../apps/api/src/modules/understanding/index.ts"
import { detectOptOut } from "../../apps/api/src/modules/understanding/index.ts"
import { atLeast, atMost } from "./figures.ts"
import type { Figure, Proof, ProofOptions } from "./proof.ts"
import { readCases } from "./read-cases.ts"

interface OptOutCase {
  id: string
  text: string
  channel: Channel
  optout: boolean
  scope: "marketing" | "all" | null
  scope_accept?: ("marketing" | "all")[]
}

function run({ cases, progress }: ProofOptions): Promise<Figure[]> {
  const all = readCases<OptOutCase>(cases, "optout.jsonl").map((one) => ({
    ...one,
    found: detectOptOut(one.text, one.channel),
  }))
  for (const { id, text, channel, optout, found } of all) {
    if (optout !== (found !== undefined))
      progress(`${id} (${channel}): "${text}" → ${found?.scope ?? "none"}`)
  }
  const wishes = all.filter(({ optout }) => optout)
  const others = all.filter(({ optout }) => !optout)
  const recognised = wishes.filter(({ found }) => found)
  const scoped = recognised.filter(({ found, scope, scope_accept }) => {
    const accepted = scope_accept ?? (scope ? [scope] : [])
    if (found && accepted.includes(found.scope)) return true
    progress(`scope of "${found?.scope}" where ${accepted.join(" or ")} was meant`)
    return false
  })
  return Promise.resolve([
    atLeast(`opt-outs recognised (of ${wishes.length})`, recognised.length, wishes.length, 0.99),
    atLeast(`scope right (of ${recognised.length})`, scoped.length, recognised.length, 0.95),
    atMost(
      `false opt-outs (of ${others.length})`,
      others.filter(({ found }) => found).length,
      others.length,
      0.02,
    ),
  ])
}

export const optout: Proof = {
  name: "optout",
  shows:
    "whether every revocation of consent is heard, with its scope, and no cancelled party is taken for one",
  target: "≥ 99 % recognised, ≥ 95 % with the right scope, ≤ 2 % false",
  run,
}
