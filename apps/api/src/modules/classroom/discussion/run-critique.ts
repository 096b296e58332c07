import { createHash } from "node:crypto"
import type { CritiqueOutput } from "@myhibachi/contract/classroom"
import { CritiqueReply, instructionsFor } from "../prompts.ts"
import { writePrompt } from "../write-prompt.ts"
import { askSeats, type SeatAnswer, type SeatQuestion } from "./ask-seats.ts"
import type { Draft, Session } from "./session.ts"
import { claimKey } from "./verified-claims.ts"

/** What the others say about one seat's answer. */
export interface Objection {
  reviewerId: string
  claim: string
  verdict: "unsupported" | "wrong"
  fact: string | null
}

export interface Critique {
  /** Objections by the seat that they are about. */
  objections: Map<string, Objection[]>
  /** Asks that reviewers miss, by the seat that left them out. */
  missing: Map<string, string[]>
  verdicts: { supported: number; all: number }
}

/** The questions of the critique round: peers under letters, in an order of its own for each reviewer. */
export function critiqueQuestions(session: Session, drafts: readonly Draft[]): Map<string, ReviewerQuestion> {
  const questions = new Map<string, ReviewerQuestion>()
  for (const { seat } of drafts) {
    const peers = shuffled(
      drafts.filter((draft) => draft.seat.id !== seat.id),
      `${session.id}:${seat.id}`,
    )
    const lettered = peers.map((draft, index) => ({ letter: String.fromCharCode(65 + index), draft }))
    const prompt = writePrompt({
      facts: session.input.facts,
      question: session.input.question,
      asks: session.input.asks,
      peers: lettered.map(({ letter, draft }) => ({ letter, claims: draft.claims })),
    })
    questions.set(seat.id, {
      seat,
      prompt,
      letters: new Map(lettered.map(({ letter, draft }) => [letter, draft])),
    })
  }
  return questions
}

export interface ReviewerQuestion extends SeatQuestion {
  letters: Map<string, Draft>
}

/** Second round of a complex question: each seat reviews the others without knowing who they are. */
export async function runCritique(
  session: Session,
  questions: Map<string, ReviewerQuestion>,
  timeoutMs: number,
): Promise<Critique> {
  const answers = await askSeats(session, {
    round: "critique",
    instructions: instructionsFor("critique", ""),
    schema: CritiqueReply,
    questions: [...questions.values()],
    timeoutMs,
  })
  const critique: Critique = { objections: new Map(), missing: new Map(), verdicts: { supported: 0, all: 0 } }
  for (const answer of answers) {
    const letters = questions.get(answer.seat.id)?.letters
    if (letters) gather(critique, answer, letters)
  }
  return critique
}

function gather(critique: Critique, answer: SeatAnswer<CritiqueReply>, letters: Map<string, Draft>): void {
  const reviews: CritiqueOutput["reviews"] = []
  for (const review of answer.output.reviews) {
    const draft = letters.get(review.letter)
    if (!draft) continue
    reviews.push({ ...review, seatId: draft.seat.id })
    add(critique.missing, draft.seat.id, review.missing)
    for (const { claim, verdict, fact } of review.verdicts) {
      critique.verdicts.all += 1
      if (verdict === "supported") critique.verdicts.supported += 1
      else add(critique.objections, draft.seat.id, [{ reviewerId: answer.seat.id, claim, verdict, fact }])
    }
  }
  answer.response.critique = { reviews }
}

/** @returns the verified claims of a draft that most of its reviewers object to; alone nobody can strike one. */
export function struckClaims(critique: Critique, draft: Draft, reviewers: number): Set<string> {
  const objections = critique.objections.get(draft.seat.id) ?? []
  const struck = draft.verified.filter((claim) => {
    const against = new Set(
      objections.filter((entry) => entry.claim === claim.text).map((entry) => entry.reviewerId),
    )
    return against.size >= 2 && against.size * 2 > reviewers
  })
  return new Set(struck.map(claimKey))
}

function add<T>(map: Map<string, T[]>, key: string, items: T[]): void {
  map.set(key, [...(map.get(key) ?? []), ...items])
}

/** An order that a replay finds again: it depends on the discussion and the reviewer alone. */
function shuffled<T extends { seat: { id: string } }>(items: T[], seed: string): T[] {
  const key = (item: T) => createHash("sha256").update(`${seed}:${item.seat.id}`).digest("hex")
  return items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}
