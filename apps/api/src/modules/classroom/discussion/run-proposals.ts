import { instructionsFor, ProposalReply } from "../prompts.ts"
import type { ReadySeat } from "../seats/find-seats.ts"
import { writePrompt } from "../write-prompt.ts"
import { affordable, askSeats, type SeatAnswer, type SeatQuestion } from "./ask-seats.ts"
import { judgeDraft } from "./judge-draft.ts"
import { type Draft, type Session, skipRound } from "./session.ts"

/** First round: every seat answers blind, at the same time, from the same facts. */
export async function runProposals(
  session: Session,
  seats: ReadySeat[],
  timeoutMs: number,
): Promise<Draft[]> {
  const questions = affordable(
    session,
    seats.map((seat) => proposalQuestion(session, seat)),
  )
  const asked = questions.filter(fitsContext)
  if (asked.length === 0) {
    skipRound(session, "proposal", questions.length === 0 && seats.length > 0 ? "budget" : "no-seat-left")
    return []
  }
  const answers = await askSeats(session, {
    round: "proposal",
    instructions: instructionsFor("proposal", session.input.agent.manner),
    schema: ProposalReply,
    questions: asked,
    timeoutMs,
  })
  return answers.map((answer) => toDraft(session, answer))
}

/** @returns the judged answer, noted in the transcript. */
export function toDraft(session: Session, { seat, output, response }: SeatAnswer<ProposalReply>): Draft {
  const reply = { answer: output.answer, claims: output.claims, unanswered: output.unanswered }
  const draft = judgeDraft(session.input, seat, reply)
  response.proposal = reply
  response.refusedClaims = draft.refused
  return draft
}

function proposalQuestion({ input }: Session, seat: ReadySeat): SeatQuestion {
  return {
    seat,
    prompt: writePrompt({
      facts: input.facts,
      question: input.question,
      asks: input.asks,
      ...(input.slots ? { slots: input.slots } : {}),
      ...(input.conversation ? { conversation: input.conversation } : {}),
    }),
  }
}

function fitsContext({ seat, prompt }: SeatQuestion): boolean {
  return prompt.length / 3 + seat.maxOutputTokens < seat.price.contextTokens
}
