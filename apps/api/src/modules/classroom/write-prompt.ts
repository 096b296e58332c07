import type { Claim } from "@myhibachi/contract/classroom"
import type { Fact } from "./discussion/check-claim.ts"

export interface PromptParts {
  facts: readonly Fact[]
  question: string
  asks: readonly string[]
  slots?: Readonly<Record<string, unknown>>
  conversation?: readonly { author: string; text: string }[]
  peers?: readonly { letter: string; claims: readonly Claim[] }[]
  ownAnswer?: { answer: string; claims: readonly Claim[] }
  critiques?: readonly string[]
  verifiedClaims?: readonly Claim[]
  problems?: readonly string[]
}

/** @returns the user's part of a prompt: each thing in a section of its own, all of it quoted. */
export function writePrompt(parts: PromptParts): string {
  const sections = [
    section(
      "conversation",
      parts.conversation?.map((turn) => `${turn.author}: ${quote(turn.text)}`),
    ),
    section(
      "facts",
      parts.facts.map((fact) => `${fact.id} | ${fact.topic} | ${quote(fact.sentence)}`),
    ),
    section("slots", parts.slots && [quote(JSON.stringify(parts.slots))]),
    section("asks", parts.asks),
    section(
      "peers",
      parts.peers?.map((peer) => answerOf(peer.letter, peer.claims)),
    ),
    section("own_answer", parts.ownAnswer && [...claimLines(parts.ownAnswer.claims)]),
    section("critiques", parts.critiques?.map(quote)),
    section("verified_claims", parts.verifiedClaims && claimLines(parts.verifiedClaims)),
    section("problems", parts.problems?.map(quote)),
    `<customer_message>${quoteLines(parts.question)}</customer_message>`,
  ]
  return sections.filter((text) => text !== "").join("\n\n")
}

function section(name: string, lines: readonly string[] | undefined): string {
  return lines ? `<${name}>\n${lines.join("\n")}\n</${name}>` : ""
}

function answerOf(letter: string, claims: readonly Claim[]): string {
  return `<answer letter="${letter}">\n${claimLines(claims).join("\n")}\n</answer>`
}

function claimLines(claims: readonly Claim[]): string[] {
  return claims.map((claim) => `- ${quote(claim.text)} [${claim.facts.map(quote).join(", ")}]`)
}

/** One line, without angle brackets: quoted text cannot close its section. */
function quote(text: string): string {
  return quoteLines(text).replaceAll(/\s*\n\s*/g, " ")
}

function quoteLines(text: string): string {
  return text.replaceAll("<", "‹").replaceAll(">", "›")
}
