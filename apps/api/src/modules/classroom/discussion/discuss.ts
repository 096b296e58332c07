import type { Claim, DiscussionForm } from "@myhibachi/contract/classroom"
import type { Context } from "#platform/context.ts"
import { isInTransaction } from "#platform/database/database.ts"
import { findReadySeats } from "../seats/find-seats.ts"
import type { Conclusion } from "./conclude.ts"
import { holdFourRounds, holdTwoRounds, speakAlone } from "./hold-rounds.ts"
import { formFor } from "./plan-rounds.ts"
import { type DiscussInput, openSession, type Session } from "./session.ts"
import { storeDiscussion } from "./store-discussion.ts"

export type DiscussResult =
  | {
      kind: "answer"
      discussionId: string
      answer: string
      /** Verified claims with the facts they rest on. */
      claims: Claim[]
      /** Asks that no fact answers. */
      unanswered: string[]
      /** 0–1, calibrated. */
      confidence: number
      form: DiscussionForm
      seatCount: number
      costMicros: number
      ms: number
    }
  | {
      kind: "no-seat"
      discussionId: string
      reason: NoAnswerReason
      costMicros: number
      ms: number
    }

/** `guard`: seats answered, but nothing that may be told. */
export type NoAnswerReason = "no-seat" | "all-failed" | "budget" | "guard"

/**
 * Lets the seats discuss one question and stores the transcript. Never throws for a provider's sake: without
 * a usable answer the result says so, and the caller's grounded responder speaks.
 * @throws Error inside a transaction: providers are awaited.
 */
export async function discuss(ctx: Context, input: DiscussInput): Promise<DiscussResult> {
  if (isInTransaction())
    throw new Error("A discussion awaits providers and must not run inside a transaction.")
  const session = openSession(ctx, input, await findReadySeats(ctx))
  const planned = formFor(input.complexity)
  const conclusion = await hold(session, planned)
  return storeDiscussion(session, planned, conclusion)
}

function hold(session: Session, planned: ReturnType<typeof formFor>): Promise<Conclusion> {
  switch (planned) {
    case "one-seat":
      return speakAlone(session)
    case "two-rounds":
      return holdTwoRounds(session)
    case "four-rounds":
      return holdFourRounds(session)
    default:
      return planned satisfies never
  }
}
